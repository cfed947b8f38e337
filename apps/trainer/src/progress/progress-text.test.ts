import { expect, test } from 'vitest';
import { bar, durationText, epochText, stepText } from './progress-text.js';

test('an epoch that is done says what training and validation measured', () => {
  const record = {
    epoch: 2,
    training: { loss: 0.12345, accuracy: 0.9612 },
    validation: { loss: 0.08, accuracy: 0.975 },
    learningRate: 0.001,
    seconds: 28.06,
  };
  expect(epochText(record, 10)).toBe(
    'Epoch 2/10  loss 0.1235  accuracy 0.9612  validation loss 0.0800  accuracy 0.9750  28.1 s',
  );
});

test('a running epoch says how fast it is and how long it will take', () => {
  const event = {
    type: 'step',
    epoch: 1,
    step: 20,
    stepsPerEpoch: 100,
    learningRate: 0.001,
    imagesSeen: 1280,
    running: { loss: 1.5, accuracy: 0.5 },
  } as const;
  // 20 steps and 1,280 images in 0.5 s: 80 steps are left, 2 s.
  expect(stepText(event, 3, 0.5, 0)).toBe(
    'Epoch 1/3  20/100  loss 1.5000  accuracy 0.5000  2,560 images/s  2 s left',
  );
  // 10 steps and 640 images in 0.5 s, the others before: 80 steps are left, 4 s.
  expect(stepText(event, 3, 0.5, 10)).toBe(
    'Epoch 1/3  20/100  loss 1.5000  accuracy 0.5000  1,280 images/s  4 s left',
  );
});

test.each([
  [0.4, '0 s'],
  [59.6, '1 min 00 s'],
  [185, '3 min 05 s'],
  [3720, '1 h 02 min'],
])('%d seconds read "%s"', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

test('a bar fills from the left', () => {
  expect(bar(0.25, 8)).toBe('━━──────');
});
