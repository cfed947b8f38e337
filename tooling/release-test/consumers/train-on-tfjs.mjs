// A program that has installed @lenet/core and, of TensorFlow.js, the one package that its documentation names.

import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createTfjsLearner } from '@lenet/core/tfjs';
import * as tf from '@tensorflow/tfjs';

await tf.setBackend('cpu');
const learner = createTfjsLearner(lenetReport, { seed: 1 });
await learner.load(generateDigits({ seed: 1, count: 16 }));
const indices = Uint32Array.from({ length: 16 }, (_, index) => index);
const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
await learner.dispose();
process.stdout.write(`${JSON.stringify({ loss, tensors: tf.memory().numTensors })}\n`);
