// A run that cannot be lost: killed at 100 random moments, it comes to the weights of one that was not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  drawSmallData,
  killOften,
  leftovers,
  type RunTraces,
  readTraces,
  smallRun,
} from './testing/killed-runs.js';
import { runLenet } from './testing/run-lenet.js';

const KILLS = 100;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-kills-'));
  await drawSmallData(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`killed ${KILLS} times, each run goes on to the same bits`, async () => {
  const { status } = await runLenet(['train', ...smallRun, '--name', 'undisturbed'], { cwd: folder });
  expect(status).toBe(0);
  const undisturbed = readTraces(join(folder, 'runs', 'undisturbed'));
  const finished: RunTraces[] = [];
  const { killedIn, runs } = await killOften({
    cwd: folder,
    seed: 1,
    kills: KILLS,
    onFinished: (path) => finished.push(readTraces(path)),
  });
  process.stdout.write(`Kills by the line before them: ${JSON.stringify(killedIn)}; runs: ${runs}.\n`);
  expect(finished).toHaveLength(runs);
  for (const { resumedWithinEpoch, ...traces } of finished) {
    expect({ ...traces, resumedWithinEpoch: 0 }).toEqual(undisturbed);
  }
  expect(finished.some(({ resumedWithinEpoch }) => resumedWithinEpoch > 0)).toBe(true);
  // In every part of a run, from its start to its report.
  expect(Object.keys(killedIn).sort()).toEqual([
    '',
    'Backend:',
    'Epoch ',
    'Evaluating',
    'Run folder:',
    'Writing the report',
  ]);
  // The last run ended by itself.
  expect(leftovers(join(folder, 'runs', `run-${runs - 1}`))).toEqual([]);
});
