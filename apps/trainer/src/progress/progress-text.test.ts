import { describe, expect, test } from 'vitest';
import { bar, durationText, endText, epochText, stepText, validationText } from './progress-text.js';

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

test('a validation within an epoch tells its step', () => {
  const record = { epoch: 2, step: 40, loss: 0.5, accuracy: 0.75 };
  expect(validationText(record, 3)).toBe('Epoch 2/3  step 40  validation loss 0.5000  accuracy 0.7500');
});

describe('the end', () => {
  const best = { epoch: 1, step: 9, evaluation: { loss: 0.25, accuracy: 0.5 }, weights: [] };
  const history = [{ epoch: 1, training: best.evaluation, learningRate: 1, seconds: 1 }];
  const unfinished = { epoch: 2, stepsDone: 7 };
  const end = { type: 'end', history, best } as const;

  test('is worth no line after all epochs', () => {
    expect(endText({ ...end, reason: 'completed' }, 1)).toBeUndefined();
  });

  test('tells why it came early', () => {
    expect(endText({ ...end, reason: 'early-stopping' }, 4)).toBe(
      'Validation no longer gets better: training ended after 1 of 4 epochs. The best was in epoch 1: loss 0.2500  accuracy 0.5000.',
    );
    expect(endText({ ...end, reason: 'time-limit', unfinished }, 4)).toBe(
      'The time limit is over: training ended in epoch 2 after 7 steps.',
    );
  });
});
