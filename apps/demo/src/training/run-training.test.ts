import { expect, test } from 'vitest';
import { createGate } from './gate';
import { initialFilters } from './initial-filters';
import type { Report } from './messages';
import { plannedSteps } from './plan';
import { runTraining } from './run-training';

test('tells the way from digits to an evaluated network, in order', async () => {
  const reports: Report[] = [];
  const plan = { source: { kind: 'synthetic', count: 320 }, epochs: 2, seed: 1 } as const;
  const { learner, evaluation } = await runTraining(plan, createGate(), (report) => reports.push(report));
  const kinds = reports.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
  expect(kinds).toEqual(['making-digits', 'started', 'progress', 'epoch', 'progress', 'epoch', 'finished']);
  expect(reports.at(-1)).toMatchObject({ kind: 'finished', evaluation });
  expect(reports.find(({ kind }) => kind === 'started')).toMatchObject({
    epochs: 2,
    stepsPerEpoch: 10,
    trainingCount: 320,
    heldBackCount: 1000,
    filters: initialFilters(1),
  });
  expect(plannedSteps(320, 2)).toBe(20);
  const last = reports.findLast((report) => report.kind === 'progress');
  expect(last).toMatchObject({ steps: 20, filters: (await learner.weights())[0].values });
  // Untrained, it guesses a tenth.
  expect(evaluation.accuracy).toBeGreaterThan(0.2);
  await learner.dispose();
});

test('a closed gate holds the training up, and changes nothing of it', async () => {
  const plan = { source: { kind: 'synthetic', count: 200 }, epochs: 1, seed: 2 } as const;
  const straight = await runTraining(plan, createGate(), () => {});
  const gate = createGate();
  const reports: Report[] = [];
  const paused = runTraining(plan, gate, (report) => {
    reports.push(report);
    if (report.kind === 'started') gate.close();
  });
  while (!reports.some(({ kind }) => kind === 'started'))
    await new Promise((resolve) => setTimeout(resolve, 5));
  const count = reports.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(reports.length).toBe(count);
  gate.open();
  expect((await paused).evaluation).toEqual(straight.evaluation);
  await straight.learner.dispose();
  await (await paused).learner.dispose();
});
