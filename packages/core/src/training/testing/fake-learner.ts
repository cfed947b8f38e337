import { createLabelledImages, type LabelledImages } from '../../data/labelled-images.js';
import type { Learner, StepRequest } from '../learner.js';
import { type TrainOptions, train } from '../train.js';
import type { TrainingEvent } from '../training-event.js';

/** `count` images of one pixel, classes 0 and 1 in turn. */
export function fakeImages(count: number): LabelledImages {
  const labels = Uint8Array.from({ length: count }, (_, index) => index % 2);
  return createLabelledImages({ pixels: new Uint8Array(count), labels, height: 1, width: 1, classCount: 2 });
}

/**
 * A learner with one weight and one moment, both float32. Each step depends on the order of its images,
 * the epoch, the rate and all steps before it, so that any slip of a resume changes the weight.
 *
 * @param rightAnswers how many of the first validation images are answered right after so many steps
 */
export function fakeLearner(rightAnswers: (stepCount: number) => number = () => 0) {
  let weight = 1;
  let moment = 0;
  let stepCount = 0;
  const requests: StepRequest[] = [];
  const evaluatedAfter: number[] = [];
  const tensor = (name: string, value: number) => [{ name, shape: [1], values: Float32Array.of(value) }];
  const learner: Learner = {
    architecture: { name: 'none', inputShape: [1, 1, 1], layers: [] },
    backend: 'test',
    load: async () => {},
    step: async (request) => {
      requests.push(request);
      stepCount++;
      const gradient = request.indices.reduce((sum, index, position) => sum + index * (position + 1), 0);
      moment = Math.fround(0.9 * moment + gradient * request.epoch);
      weight = Math.fround(weight - request.learningRate * moment);
      return { loss: request.indices.length, correct: 1 };
    },
    predict: async ({ labels, count }) => {
      evaluatedAfter.push(stepCount);
      const right = rightAnswers(stepCount);
      return Float32Array.from({ length: count * 2 }, (_, index) => {
        const isLabel = labels[index >> 1] === index % 2;
        return isLabel === index >> 1 < right ? 2 : 0;
      });
    },
    weights: async () => tensor('dense/bias', weight),
    setWeights: async ([{ values }]) => {
      weight = values[0];
    },
    state: async () => ({ stepCount, moments: tensor('dense/bias/first-moment', moment) }),
    setState: async (state) => {
      stepCount = state.stepCount;
      moment = state.moments[0].values[0];
    },
    dispose: async () => {},
  };
  return { learner, requests, evaluatedAfter };
}

export async function collectEvents(learner: Learner, options: TrainOptions): Promise<TrainingEvent[]> {
  const events: TrainingEvent[] = [];
  for await (const event of train(learner, options)) events.push(event);
  return events;
}

export const epochsOf = (events: readonly TrainingEvent[]) =>
  events.filter((event) => event.type === 'epoch');
