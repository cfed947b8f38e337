import { encodeIdx } from '@lenet/core';
import { encode } from 'fast-png';
import type { Sample } from '../keeping/database';
import { zipFiles } from '../model-files/zip-files';

/** An archive of pictures, white on black, in one folder for each digit: `7/0001.png`. `lenet` reads such folders. */
export function samplesAsPng(samples: readonly Sample[]): Uint8Array<ArrayBuffer> {
  const files = new Map<string, Uint8Array>();
  for (const [index, { label, pixels }] of samples.entries()) {
    const name = `${label}/${String(index + 1).padStart(4, '0')}.png`;
    files.set(name, encode({ width: 28, height: 28, data: pixels, channels: 1, depth: 8 }));
  }
  return zipFiles(files);
}

/** An archive of two IDX files, as MNIST's are. */
export function samplesAsIdx(samples: readonly Sample[]): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(samples.length * 784);
  for (const [index, sample] of samples.entries()) pixels.set(sample.pixels, index * 784);
  const labels = Uint8Array.from(samples, ({ label }) => label);
  return zipFiles(
    new Map([
      ['train-images-idx3-ubyte', encodeIdx({ dimensions: [samples.length, 28, 28], values: pixels })],
      ['train-labels-idx1-ubyte', encodeIdx({ dimensions: [samples.length], values: labels })],
    ]),
  );
}
