// What every page of this folder does with the packages, as the person who wrote it would.
import { initialiseWeights, lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { recognize } from '@lenet/recognizer';

/** With `?threads=n` in the address, a worker of the page trains on as many threads, too. */
export async function answer() {
  const digits = generateDigits({ seed: 1, count: 1, split: 'test' });
  const { digit } = await recognize({ pixels: digits.pixels, width: 28, height: 28 });
  const classifier = await createClassifier(lenetReport, initialiseWeights(lenetReport, { seed: 1 }));
  const logits = [...(await classifier.classify(digits))];
  await classifier.dispose();
  const threads = Number(new URLSearchParams(location.search).get('threads'));
  return { digit, logits, ...(threads > 0 && { training: await train(threads) }) };
}

function train(threads) {
  const worker = new Worker(new URL('./training-worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(threads);
  });
}
