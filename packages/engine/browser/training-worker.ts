// The worker of a page that trains: the page itself stays free, whatever the training takes.
import { lenetReport } from '@lenet/core';
import { createLearner } from '@lenet/engine';
import type { Order, Report } from './messages.js';
import { trainDigits } from './train-digits.js';

const stopping = new AbortController();

addEventListener('message', async ({ data: order }: MessageEvent<Order>) => {
  if (order.type === 'stop') {
    stopping.abort();
    return;
  }
  try {
    const { threads, workerUrl } = order;
    const learner = await createLearner(lenetReport, {
      seed: 1,
      ...(threads && { threads }),
      ...(workerUrl && { workerUrl }),
    });
    for await (const event of trainDigits(learner, { ...order, signal: stopping.signal })) {
      if (event.type !== 'epoch') continue;
      const { epoch, training } = event.record;
      report({ type: 'epoch', epoch, loss: training.loss });
    }
    const end: Report = { type: 'end', backend: learner.backend, weights: await learner.weights() };
    await learner.dispose();
    report(end);
  } catch (error) {
    report({ type: 'failure', message: String(error) });
  }
});

function report(message: Report): void {
  postMessage(message);
}
