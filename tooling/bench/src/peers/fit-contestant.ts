// TensorFlow.js as its documentation teaches it, `model.fit` on native TensorFlow, as a contestant in a process of its
// own. Its one argument is its settings as JSON; run by main.ts.
import {
  findArchitecture,
  initialiseWeights,
  normalisePixels,
  selectImages,
  shuffledIndices,
} from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { buildModel } from '@lenet/core/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import type { LearnerSettings } from './learner-contestant.ts';
import { loadTfjsNode } from './load-tfjs-node.ts';
import { readMnist } from './read-mnist.ts';
import { serveEpochs } from './serve-epochs.ts';

const { steps, warmUpSteps, batchSize, learningRate, ...settings }: Omit<LearnerSettings, 'learner'> =
  JSON.parse(process.argv[2]);
loadTfjsNode();
tf.enableProdMode();
await tf.setBackend('tensorflow');
const network = findArchitecture(settings.network ?? 'lenet-report');
const [height, width] = network.inputShape;
const { train } = await readMnist();
const model = buildModel(network, initialiseWeights(network, { seed: 1 }));
const optimizer = tf.train.adam(learningRate);
model.compile({ optimizer, loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
await fit(tensors(warmUpSteps));
const data = tensors(steps);
const software = `TensorFlow.js ${tf.getBackend()} ${tf.version_core}, fit`;
await serveEpochs({ software, note: '' }, () => fit(data));

/** The images of so many steps, in an order of their own. */
function tensors(count: number): { images: tf.Tensor; labels: tf.Tensor } {
  const order = shuffledIndices(train.count, { seed: 1, purpose: 'shuffle', epoch: 1 });
  const chosen = padImages(selectImages(train, order.subarray(0, count * batchSize)), height, width);
  return {
    images: tf.tensor4d(normalisePixels(chosen.pixels), [chosen.count, height, width, 1]),
    labels: tf.tensor2d(Float32Array.from(chosen.labels), [chosen.count, 1]),
  };
}

/** @returns the mean loss */
async function fit({ images, labels }: ReturnType<typeof tensors>): Promise<number> {
  const { history } = await model.fit(images, labels, { batchSize, epochs: 1, shuffle: true, verbose: 0 });
  return history.loss[0] as number;
}
