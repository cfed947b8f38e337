import { generateDigits } from '@lenet/core/synthetic';
import { createRecognizer } from '@lenet/recognizer';
import type { Answer } from './answer.ts';

/** An uneven number of pixels, so that nothing is right by chance. */
const SIDE = 140;

/** Five times as large as MNIST's, black on white, opaque. */
export function digitOnPaper(): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const { pixels } = generateDigits({ count: 1, seed: 3, split: 'test' });
  const data = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
    const row = Math.floor(pixel / SIDE / 5);
    const column = Math.floor((pixel % SIDE) / 5);
    data.fill(255 - pixels[row * 28 + column], 4 * pixel, 4 * pixel + 3);
  }
  return { data, width: SIDE, height: SIDE };
}

/** The same digit as every kind of picture that a browser has. */
export async function readPictures(others: Record<string, HTMLCanvasElement> = {}): Promise<Answer> {
  const recognizer = await createRecognizer();
  const { data, width, height } = digitOnPaper();
  const imageData = new ImageData(data, width, height);
  const offscreen = new OffscreenCanvas(width, height);
  offscreen.getContext('2d')!.putImageData(imageData, 0, 0);
  const blob = await offscreen.convertToBlob({ type: 'image/png' });
  const bitmap = await createImageBitmap(offscreen);
  const pictures = {
    pixels: { data, width, height },
    ImageData: imageData,
    OffscreenCanvas: offscreen,
    Blob: blob,
    File: new File([blob], 'digit.png', { type: 'image/png' }),
    ImageBitmap: bitmap,
    ...others,
  };
  const probabilities: Record<string, readonly number[]> = {};
  for (const [kind, picture] of Object.entries(pictures)) {
    probabilities[kind] = [...(await recognizer.recognize(picture)).probabilities];
  }
  // It is the caller's, and stays open.
  if (bitmap.width !== width) throw new Error('The ImageBitmap was closed.');
  await recognizer.dispose();
  return { probabilities, backend: recognizer.backend };
}
