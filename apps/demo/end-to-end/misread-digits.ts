import { readFile } from 'node:fs/promises';
import { argMax, encodeIdx, selectImages } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';

/**
 * Ten synthetic digits that the network which the pages begin with misreads, as two IDX files that the teaching page
 * imports.
 */
export async function misreadDigits() {
  const folder = new URL('.', import.meta.resolve('@lenet/model-artifacts/drawn-digits/manifest.json'));
  const { architecture, weights } = await loadModelFolder((name) => readFile(new URL(name, folder)));
  const classifier = await createClassifier(architecture, weights);
  const pool = generateDigits({ count: 3000, seed: 77, split: 'test' });
  const answers = argMax(await classifier.classify(pool), 10);
  await classifier.dispose();
  const misread = [...answers.keys()].filter((index) => answers[index] !== pool.labels[index]).slice(0, 10);
  const { pixels, labels } = selectImages(pool, misread);
  const file = (name: string, dimensions: number[], values: Uint8Array) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(encodeIdx({ dimensions, values })),
  });
  return [
    file('train-images-idx3-ubyte', [misread.length, 28, 28], pixels),
    file('train-labels-idx1-ubyte', [misread.length], labels),
  ];
}
