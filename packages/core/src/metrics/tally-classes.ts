/** How often a class was right, predicted and actual. */
export interface ClassTally {
  readonly correct: number;
  readonly predicted: number;
  readonly actual: number;
}

/** @returns a tally for each class among labels and predictions, in the order of the classes */
export function tallyClasses(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
): ReadonlyMap<number, ClassTally> {
  const tallies = new Map<number, { correct: number; predicted: number; actual: number }>();
  const classes = [...new Set([...Array.from(labels), ...Array.from(predictions)])].sort((a, b) => a - b);
  for (const label of classes) tallies.set(label, { correct: 0, predicted: 0, actual: 0 });
  for (let index = 0; index < labels.length; index++) {
    const actual = tallies.get(labels[index])!;
    actual.actual++;
    tallies.get(predictions[index])!.predicted++;
    if (labels[index] === predictions[index]) actual.correct++;
  }
  return tallies;
}
