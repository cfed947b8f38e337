import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createKeyedRandom, parseIdx } from '@lenet/core';
import { augmentBatch, normalizeDigit } from '@lenet/core/images';
import { classificationReport, confusionMatrix } from '@lenet/core/metrics';
import { generateDigits } from '@lenet/core/synthetic';

/** Something that is timed. */
export interface Case {
  readonly name: string;
  /** Where it is a rate: how many are done in one call, and what they are. */
  readonly items?: { readonly count: number; readonly unit: string };
  /** What was promised: at most so many milliseconds a call, or at least so many items a second. */
  readonly goal?: { readonly atMostMs: number } | { readonly atLeastPerSecond: number };
  run(): unknown;
}

/** The file of 60,000 images, decompressed: MNIST's where LENET_DATA_DIR is set, else one of its size. */
function trainingImages(): { bytes: Uint8Array; source: string } {
  const folder = process.env.LENET_DATA_DIR;
  if (folder) {
    const path = join(folder, 'train-images-idx3-ubyte');
    const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
    return { bytes, source: 'MNIST' };
  }
  const header = new DataView(new ArrayBuffer(16));
  [0x803, 60_000, 28, 28].forEach((word, index) => {
    header.setUint32(4 * index, word);
  });
  const bytes = new Uint8Array(16 + 60_000 * 28 * 28);
  bytes.set(new Uint8Array(header.buffer));
  return { bytes, source: 'as many bytes' };
}

/** @param size of the drawings: even, up to 512 */
function normalisation(size: number, atLeastPerSecond: number): Case {
  const count = 100;
  const half = size / 2;
  // The generator draws up to 256; each of its pixels becomes four.
  const { pixels } = generateDigits({ count, seed: 1, size: half });
  const drawings = Array.from({ length: count }, (_, image) => ({
    pixels: Uint8Array.from({ length: size * size }, (_, index) => {
      const row = Math.floor(index / size / 2);
      const column = Math.floor((index % size) / 2);
      return pixels[(image * half + row) * half + column];
    }),
    height: size,
    width: size,
  }));
  return {
    name: `normalizeDigit from ${size}x${size}`,
    items: { count, unit: 'digits' },
    goal: { atLeastPerSecond },
    run: () => drawings.map((drawing) => normalizeDigit(drawing)),
  };
}

function augmentation(): Case {
  const images = generateDigits({ count: 64, seed: 1 });
  const indices = Uint32Array.from(images.labels, (_, index) => index);
  const changes = { rotationDegrees: 10, scale: 0.1, shear: 0.1, shiftPixels: 2, warpPixels: 1 };
  return {
    name: 'augmentBatch of 64: rotation, scale, shear, shift, warp',
    items: { count: images.count, unit: 'digits' },
    run: () => augmentBatch(images, indices, changes, { seed: 1, epoch: 1 }),
  };
}

/** 10,000 labels, and predictions of which one in twenty is drawn anew. */
function predictions(): { labels: Uint8Array; predicted: Uint8Array } {
  const random = createKeyedRandom({ seed: 1, purpose: 'benchmark' });
  const labels = Uint8Array.from({ length: 10_000 }, () => random.nextBelow(10));
  const predicted = labels.map((label) => (random.nextBelow(20) === 0 ? random.nextBelow(10) : label));
  return { labels, predicted };
}

/** @returns the cases, their data made */
export function coreCases(): Case[] {
  const { bytes, source } = trainingImages();
  const { labels, predicted } = predictions();
  return [
    {
      name: `parseIdx of 60,000 images (${source})`,
      goal: { atMostMs: 15 },
      run: () => parseIdx(bytes),
    },
    normalisation(64, 20_000),
    normalisation(280, 4000),
    augmentation(),
    {
      name: 'confusionMatrix and classificationReport of 10,000 predictions',
      goal: { atMostMs: 5 },
      run: () => [confusionMatrix(labels, predicted), classificationReport(labels, predicted)],
    },
  ];
}
