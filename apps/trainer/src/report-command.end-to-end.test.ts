// `lenet report` by the built command: the same page again, elsewhere, and of what cannot be reported.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-report-'));
  const training = '--data synthetic --train-images 300 --test-images 50 --epochs 2 --name run';
  await runLenet(['train', ...training.split(' ')], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const report = (...args: string[]) => runLenet(['report', ...args], { cwd: folder });

function readReport(path: string): Record<string, string> {
  const files = readdirSync(join(folder, path));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, path, name), 'base64')]));
}

test('a lost report comes back with the same bytes', async () => {
  const before = readReport('runs/run/report');
  rmSync(join(folder, 'runs/run/report'), { recursive: true });

  const { status, stdout } = await report('runs/run/');
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: `Report: ${join('runs/run/report/index.html')}\n`,
  });
  expect(readReport('runs/run/report')).toEqual(before);
});

test('--out leaves the run folder as it was', async () => {
  const { stdout } = await report('runs/run', '--out', 'handed-in', '--json', '--quiet');
  expect(JSON.parse(stdout)).toEqual({ run: 'runs/run', report: 'handed-in/report/index.html' });
  expect(readReport('handed-in/report')).toEqual(readReport('runs/run/report'));
});

test('a run without its result is told how to get one', async () => {
  cpSync(join(folder, 'runs/run'), join(folder, 'unfinished'), { recursive: true });
  rmSync(join(folder, 'unfinished/metrics.json'));

  expect(await report('unfinished')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'lenet: Run "unfinished" has no result to report: it was not finished. Go on with "lenet resume unfinished".\n',
  });
});

test('a run without its checkpoints is refused, and its old report stays', async () => {
  cpSync(join(folder, 'runs/run'), join(folder, 'bare'), { recursive: true });
  rmSync(join(folder, 'bare/checkpoints'), { recursive: true });

  const { status, stderr } = await report('bare');
  expect(status).toBe(1);
  expect(stderr).toContain(
    'Run "bare": expected a whole checkpoint with the history in "bare/checkpoints", found none.',
  );
  expect(existsSync(join(folder, 'bare/report/index.html'))).toBe(true);
});
