import type { recognize } from '@lenet/recognizer';
import type { Modules } from './arithmetic-cases.ts';

/** Probabilities of synthetic digits in dark grey on a light ground, as `@lenet/recognizer` reads them. */
export async function recognitions(
  recognizeImage: typeof recognize,
  { generateDigits }: Modules,
): Promise<number[][]> {
  const { pixels, labels } = generateDigits({ count: 20, seed: 7, split: 'test' });
  const answers = Array.from(labels, async (_, index) => {
    const ink = pixels.subarray(index * 784, (index + 1) * 784);
    const data = Uint8Array.from(ink, (value) => 230 - (value >> 1));
    const { probabilities } = await recognizeImage({ data, width: 28, height: 28 });
    return [...probabilities];
  });
  return Promise.all(answers);
}
