// The same without a decoder, for runtimes that are not Node: pixels come as JSON from standard input.
import { text } from 'node:stream/consumers';
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createLearner } from '@lenet/engine';
import { recognize } from '@lenet/recognizer';

const { pixels } = JSON.parse(await text(process.stdin));
const { digit, probability } = await recognize({ pixels: Uint8Array.from(pixels), width: 28, height: 28 });
const learner = await createLearner(lenetReport, { seed: 1, threads: 2 });
await learner.load(generateDigits({ seed: 1, count: 64 }));
const indices = Uint32Array.from({ length: 64 }, (_, index) => index);
const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
await learner.dispose();
process.stdout.write(`${JSON.stringify({ digit, probability, loss })}\n`);
