// Max pooling sends each gradient to one pixel of four, and relu cuts many off: the backward pass goes along
// lists of those that are left, (uint32 where, float32 gradient) each, 8 bytes.

/**
 * Appends a winner that relu has left, without a branch: the entry is written in any case, and the next one
 * goes over it where the winner is negative.
 *
 * @param end address behind the list
 * @param base added to the winner
 * @param winner address of an int32
 * @param gradient address of a float32
 * @returns the new end
 */
export function appendWinner(end: usize, base: usize, winner: usize, gradient: usize): usize {
  const where = load<i32>(winner);
  store<usize>(end, base + <usize>where);
  store<f32>(end, load<f32>(gradient), 4);
  return end + select<usize>(8, 0, where >= 0);
}

/** Adds up the gradients from `start` on, for a bias. */
export function sumOfGradients(start: usize, end: usize): f32 {
  let sum: f32 = 0;
  for (let entry = start; entry < end; entry += 8) sum += load<f32>(entry, 4);
  return sum;
}
