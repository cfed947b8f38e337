// Runs beside the page: trains one network, and can be paused. A reset ends the worker; the next training
// gets a new one.
import type { Learner } from '@lenet/core';
import type { ModelData } from '@lenet/core/models';
import { modelFolderFiles } from '../model-files/model-folder-files';
import { createGate } from './gate';
import type { Order, Report } from './messages';
import { HELD_BACK_COUNT, settings, type TrainingPlan } from './plan';
import { runTraining, type Trained } from './run-training';

const gate = createGate();
let trained: { readonly plan: TrainingPlan; readonly result: Promise<Trained> } | undefined;

addEventListener('message', async ({ data: order }: MessageEvent<Order>) => {
  try {
    if (order.kind === 'start') {
      trained = { plan: order.plan, result: runTraining(order.plan, gate, report) };
      await trained.result;
    } else if (order.kind === 'pause') {
      gate.close();
    } else if (order.kind === 'resume') {
      gate.open();
    } else if (trained) {
      const { learner, evaluation } = await trained.result;
      const files = await modelFolderFiles({
        name: order.name,
        architecture: learner.architecture,
        weights: await learner.weights(),
        training: describeTraining(trained.plan, learner),
        evaluation: { ...evaluation, data: dataOf(trained.plan).heldBack },
      });
      report({ kind: 'saved', name: order.name, files });
    }
  } catch (error) {
    report({ kind: 'failed', message: (error as Error).message });
  }
});

function describeTraining(plan: TrainingPlan, { backend }: Learner) {
  const { optimizer, ...options } = settings;
  return {
    recipe: 'page',
    options: { epochs: plan.epochs, ...options, optimizer },
    seed: plan.seed,
    backend,
    data: dataOf(plan).training,
  };
}

function dataOf({ source }: TrainingPlan): { training: ModelData; heldBack: ModelData } {
  if (source.kind === 'files') return source.data;
  const synthetic = (title: string, count: number) =>
    ({ kind: 'synthetic', title, files: [], count }) as const;
  return {
    training: synthetic('synthetic stroke digits', source.count),
    heldBack: synthetic('synthetic stroke digits, held back', HELD_BACK_COUNT),
  };
}

function report(message: Report) {
  postMessage(message);
}
