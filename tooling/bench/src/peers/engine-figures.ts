// What the engine alone takes: classification, and the bytes of its modules.
import { readdirSync } from 'node:fs';
import { initialiseWeights, lenetReport } from '@lenet/core';
import { createClassifier } from '@lenet/engine';
import { readMnist } from './read-mnist.ts';
import { median } from './statistics.ts';

export interface EngineFigures {
  /** Microseconds that one image takes, strict, one thread: the median of many calls. */
  readonly oneImageUs: number;
  /** Milliseconds that a thousand images take in one call, strict, one thread: the median of many calls. */
  readonly thousandImagesMs: number;
  /** Bytes of each WebAssembly module, by its name. */
  readonly moduleBytes: Readonly<Record<string, number>>;
}

/** Measures them in this process. */
export async function measureEngine(): Promise<EngineFigures> {
  const { test } = await readMnist();
  const weights = initialiseWeights(lenetReport, { seed: 1 });
  const classifier = await createClassifier(lenetReport, weights, { build: 'strict', threads: 1 });
  const { height, width } = test;
  const someImages = (first: number, count: number) => ({
    pixels: test.pixels.subarray(first * height * width, (first + count) * height * width),
    count,
    height,
    width,
  });
  async function medianMs(calls: number, count: number): Promise<number> {
    const milliseconds: number[] = [];
    // The first calls, while the host still compiles, do not count.
    for (let call = -calls; call < calls; call++) {
      const images = someImages((Math.abs(call) * count) % test.count, count);
      const start = performance.now();
      await classifier.classify(images);
      if (call >= 0) milliseconds.push(performance.now() - start);
    }
    return median(milliseconds);
  }
  const oneImageUs = 1000 * (await medianMs(5000, 1));
  const thousandImagesMs = await medianMs(50, 1000);
  await classifier.dispose();
  return { oneImageUs, thousandImagesMs, moduleBytes: await measureModules() };
}

/** Each module is inlined as text, the one export of a file of its own. */
async function measureModules(): Promise<Record<string, number>> {
  const folder = new URL('./generated/', import.meta.resolve('@lenet/engine'));
  const { decodeModule } = await import(new URL('../machine/decode-module.js', folder).href);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const sizes = files.sort().map(async (file) => {
    const [text] = Object.values<string>(await import(new URL(file, folder).href));
    return [file.replace('.js', ''), decodeModule(text).length] as const;
  });
  return Object.fromEntries(await Promise.all(sizes));
}
