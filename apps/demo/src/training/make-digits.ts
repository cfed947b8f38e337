import { concatImages, type LabelledImages } from '@lenet/core';
import { generateDigits, type SyntheticSplit } from '@lenet/core/synthetic';

/** Digits made between two turns of the event loop: some 50 ms of work. */
const PART = 200;

/**
 * Makes synthetic digits in parts, so that whoever makes them can be told to stop.
 *
 * @param onPart called with the number of digits made so far
 */
export async function makeDigits(
  options: { count: number; seed: number; split?: SyntheticSplit },
  onPart: (done: number) => void = () => {},
): Promise<LabelledImages> {
  const parts: LabelledImages[] = [];
  for (let first = 0; first < options.count; first += PART) {
    parts.push(generateDigits({ ...options, first, count: Math.min(PART, options.count - first) }));
    onPart(Math.min(first + PART, options.count));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return concatImages(parts);
}
