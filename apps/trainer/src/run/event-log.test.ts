import type { Checkpoint } from '@lenet/core/training';
import { expect, test } from 'vitest';
import { exampleEpoch } from '../testing/example-report-input.js';
import { eventsUpTo } from './event-log.js';

const line = (event: unknown) =>
  `${JSON.stringify({ time: '2026-11-23T09:00:00.000Z', ...(event as object) })}\n`;
const start = line({ type: 'start', epochs: 2 });
const evaluation = (epoch: number, step: number) =>
  line({ type: 'evaluation', record: { epoch, step, loss: 1, accuracy: 0.5 } });
const epoch = (number: number) => line({ type: 'epoch', record: exampleEpoch(number), isBest: true });
const interrupted = line({ type: 'interrupted', epoch: 2, stepsDone: 4 });
const end = line({ type: 'end', reason: 'completed' });

const after = (epochs: number, stepsDone = 0): Checkpoint => ({
  weights: [],
  state: { stepCount: 0, moments: [] },
  history: Array.from({ length: epochs }, (_, index) => exampleEpoch(index + 1)),
  ...(stepsDone > 0 && { begun: { stepsDone, total: { loss: 0, correct: 0, images: 0 }, seconds: 1 } }),
  evaluations: [],
  scheduleEpochs: { from: 0, to: 2 },
});

const log =
  start + evaluation(1, 3) + epoch(1) + evaluation(2, 3) + evaluation(2, 6) + interrupted + epoch(2);

test.each<[string, Checkpoint | undefined, string]>([
  ['from the start', undefined, start + interrupted],
  ['after an epoch', after(1), start + evaluation(1, 3) + epoch(1) + interrupted],
  ['within one', after(1, 5), start + evaluation(1, 3) + epoch(1) + evaluation(2, 3) + interrupted],
  ['after the last', after(2), log],
])('a run that goes on %s tells nothing twice', (_title, checkpoint, expected) => {
  expect(eventsUpTo(log + end, checkpoint)).toBe(expected);
});

test('lines that were cut, at the end or before a later session, are left out', () => {
  const cut = epoch(1).slice(0, 30);
  expect(eventsUpTo(`${start}${cut}${start}${epoch(1)}${cut}`, after(1))).toBe(start + epoch(1));
  expect(eventsUpTo('', undefined)).toBe('');
});
