// The worker of a page that trains.
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createLearner } from '@lenet/engine';

addEventListener('message', async ({ data: threads }) => {
  const learner = await createLearner(lenetReport, { seed: 1, threads });
  await learner.load(generateDigits({ seed: 1, count: 64 }));
  const indices = Uint32Array.from({ length: 64 }, (_, index) => index);
  const { loss } = await learner.step({ indices, learningRate: 1e-3, epoch: 1 });
  postMessage({ loss, backend: learner.backend });
  await learner.dispose();
});
