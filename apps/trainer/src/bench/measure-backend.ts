import {
  type Architecture,
  type Classifier,
  createLabelledImages,
  findArchitecture,
  type LabelledImages,
  type Learner,
  shuffledIndices,
  type Weights,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { chooseBackend } from '../backends/choose-backend.js';
import { fitImages } from '../images/fit-images.js';
import { type BenchAnswer, type BenchRequest, benchTask, type ClassifySpeed } from './bench-result.js';
import { watchOtherLoad } from './other-load.js';
import { timeRepeatedly } from './time-repeatedly.js';

/** Digits that are drawn; the training set holds them again and again. */
const DRAWN_COUNT = 1000;
/** Steps, or calls of a classifier, that are enough for a median. */
const ENOUGH = 500;

/** @throws {BackendUnavailableError} when it cannot be loaded, or does not compute the network */
export async function measureBackend(request: BenchRequest): Promise<BenchAnswer> {
  const { name, build, threads, seconds } = request;
  const architecture = findArchitecture(request.architecture);
  const engineOptions = { ...(build && { build }), ...(threads && { threads }) };
  const backend = await chooseBackend(name, architecture, engineOptions);
  const learner = await backend.createLearner(architecture, { seed: 1 });
  const drawn = fitImages(architecture, generateDigits({ count: DRAWN_COUNT, seed: 1 }));
  await learner.load(repeatImages(drawn, benchTask.images));

  const readOtherLoad = watchOtherLoad();
  const longestMs = seconds * 1000;
  const { medianMs, count } = await timeRepeatedly(trainingWork(learner), { longestMs, enough: ENOUGH });
  const weights = await learner.weights();
  await learner.dispose();

  const classifier = await openClassifier(request, architecture, weights);
  const classify = (images: number) => timeClassifier(classifier, drawn, images, longestMs / 5);
  const [oneImage, thousandImages] = [await classify(1), await classify(DRAWN_COUNT)];
  await classifier.dispose();
  return {
    description: learner.backend,
    stepMs: medianMs,
    steps: count,
    oneImage,
    thousandImages,
    otherLoad: readOtherLoad(),
  };
}

/** A set of the size of MNIST: where its images lie in memory matters, what they show does not. */
function repeatImages(drawn: LabelledImages, count: number): LabelledImages {
  const { height, width } = drawn;
  const pixels = new Uint8Array(count * height * width);
  const labels = new Uint8Array(count);
  for (let first = 0; first < count; first += drawn.count) {
    pixels.set(drawn.pixels, first * height * width);
    labels.set(drawn.labels, first);
  }
  return createLabelledImages({ pixels, labels, height, width });
}

/** Steps over shuffled images. One is always queued ahead, as in the training loop. */
function trainingWork(learner: Learner): (count: number) => Promise<void> {
  const { batchSize, images, learningRate } = benchTask;
  const order = shuffledIndices(images, { seed: 1, purpose: 'shuffle', epoch: 1 });
  const stepsOfEpoch = Math.floor(images / batchSize);
  let next = 0;
  const start = () => {
    const first = (next++ % stepsOfEpoch) * batchSize;
    return learner.step({ indices: order.subarray(first, first + batchSize), epoch: 1, learningRate });
  };
  return async (count) => {
    let current = start();
    for (let step = 1; step < count; step++) {
      const following = start();
      await current;
      current = following;
    }
    await current;
  };
}

async function openClassifier(
  { name, build, threads }: BenchRequest,
  architecture: Architecture,
  weights: Weights,
): Promise<Classifier> {
  if (name === 'engine') {
    const { createClassifier } = await import('@lenet/engine');
    return createClassifier(architecture, weights, { ...(build && { build }), ...(threads && { threads }) });
  }
  const { createTfjsClassifier } = await import('@lenet/core/tfjs');
  return createTfjsClassifier(architecture, weights);
}

/** @param count images of a call */
async function timeClassifier(
  classifier: Classifier,
  drawn: LabelledImages,
  count: number,
  longestMs: number,
): Promise<ClassifySpeed> {
  const imageBytes = drawn.height * drawn.width;
  const images = { ...drawn, count, pixels: drawn.pixels.subarray(0, count * imageBytes) };
  const work = async (calls: number) => {
    for (let call = 0; call < calls; call++) await classifier.classify(images);
  };
  const { medianMs, count: calls } = await timeRepeatedly(work, { longestMs, enough: ENOUGH });
  return { imagesPerSecond: (1000 * count) / medianMs, calls };
}
