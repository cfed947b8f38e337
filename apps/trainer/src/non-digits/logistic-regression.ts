/** Newton steps; the loss is convex, and few are needed. */
const STEPS = 12;
/** Of half the square of each weight of scaled features, against the sum of all losses. */
const RIDGE = 20;

/**
 * The plane that separates rows from others best, by logistic regression with a ridge; both sides weigh the
 * same, however many rows they have.
 *
 * @param positives rows, each `[size]`
 * @param negatives rows, each `[size]`
 * @returns `[size + 1]`: a weight for each value of a row, and the bias; above 0 is the positives' side
 */
export function separate(
  positives: readonly Float64Array[],
  negatives: readonly Float64Array[],
): Float64Array {
  const size = positives[0].length;
  const scales = deviations(positives);
  const count = positives.length + negatives.length;
  const sides = [
    { rows: positives, target: 1, share: count / 2 / positives.length },
    { rows: negatives, target: 0, share: count / 2 / negatives.length },
  ];
  const weights = new Float64Array(size + 1);
  for (let step = 0; step < STEPS; step++) {
    // Gradient and Hessian of the loss; the bias is not held down.
    const gradient = weights.map((weight, index) => (index < size ? RIDGE * weight : 0));
    const hessian = Array.from({ length: size + 1 }, (_, index) => {
      const row = new Float64Array(size + 1);
      row[index] = index < size ? RIDGE : 1e-6;
      return row;
    });
    for (const { rows, target, share } of sides) {
      for (const row of rows) addRow(row, target, share, scales, weights, gradient, hessian);
    }
    for (const [index, change] of solve(hessian, gradient).entries()) weights[index] -= change;
  }
  return weights.map((weight, index) => (index < size ? weight / scales[index] : weight));
}

function addRow(
  row: Float64Array,
  target: number,
  share: number,
  scales: Float64Array,
  weights: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array[],
): void {
  const size = row.length;
  const scaled = new Float64Array(size + 1);
  for (let index = 0; index < size; index++) scaled[index] = row[index] / scales[index];
  scaled[size] = 1;
  let sum = 0;
  for (let index = 0; index <= size; index++) sum += weights[index] * scaled[index];
  const probability = 1 / (1 + Math.exp(-sum));
  const slope = share * (probability - target);
  const curvature = share * probability * (1 - probability);
  for (let index = 0; index <= size; index++) {
    if (scaled[index] === 0) continue;
    gradient[index] += slope * scaled[index];
    const line = hessian[index];
    const factor = curvature * scaled[index];
    for (let other = 0; other <= index; other++) line[other] += factor * scaled[other];
  }
}

/** Standard deviation of each value; 1 where it is always the same. */
function deviations(rows: readonly Float64Array[]): Float64Array {
  return rows[0].map((_, index) => {
    const mean = rows.reduce((sum, row) => sum + row[index], 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + (row[index] - mean) ** 2, 0) / rows.length;
    return Math.sqrt(square) || 1;
  });
}

/** Cholesky's method, for a positive definite matrix of which the lower half is given; it is overwritten. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let value = matrix[row][column];
      for (let k = 0; k < column; k++) value -= matrix[row][k] * matrix[column][k];
      matrix[row][column] = row === column ? Math.sqrt(value) : value / matrix[column][column];
    }
  }
  const result = right.slice();
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) result[row] -= matrix[row][k] * result[k];
    result[row] /= matrix[row][row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) result[row] -= matrix[k][row] * result[k];
    result[row] /= matrix[row][row];
  }
  return result;
}
