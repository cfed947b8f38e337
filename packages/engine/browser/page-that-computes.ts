// What a page should not do for long, but may: compute on its own thread, here with the help of others.
import { lenetReport } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { createClassifier, createLearner } from '@lenet/engine';
import { sha256OfWeights } from './sha-256-of-weights.js';
import { trainDigits } from './train-digits.js';

const answer = document.querySelector<HTMLOutputElement>('#answer')!;
const threads = Number(new URLSearchParams(location.search).get('threads'));

document.querySelector('#train')!.addEventListener('click', async () => {
  try {
    const learner = await createLearner(lenetReport, { seed: 1, threads });
    for await (const _ of trainDigits(learner, { imageCount: 410, epochs: 2 }));
    const weights = await learner.weights();
    const classifier = await createClassifier(lenetReport, weights, { threads });
    const logits = await classifier.classify(generateDigits({ seed: 2, count: 300 }));
    answer.value = `Trained by ${learner.backend}`;
    answer.dataset.weights = await sha256OfWeights(weights);
    answer.dataset.logits = await sha256OfWeights([{ name: 'logits', shape: [300, 10], values: logits }]);
    await classifier.dispose();
    await learner.dispose();
    answer.dataset.state = 'end';
  } catch (error) {
    answer.value = String(error);
    answer.dataset.state = 'failure';
  }
});
