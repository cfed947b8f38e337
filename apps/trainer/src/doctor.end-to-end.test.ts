import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'lenet-doctor-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const doctor = (environment: Record<string, string>, ...args: string[]) =>
  runLenet(['doctor', '--timeout', '250', ...args], {
    cwd: folder,
    environment: {
      LENET_DATA_DIR: '',
      LENET_CACHE_DIR: join(folder, 'cache'),
      FORCE_COLOR: '',
      ...environment,
    },
  });

interface Report {
  canTrain: boolean;
  backend: string;
  checks: { id: string; status: string; summary: string; remedy?: string }[];
}
const find = (report: Report, id: string) => report.checks.find((check) => check.id === id)!;

test('tells programs what works', async () => {
  const { status, stdout, stderr } = await doctor({}, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const report: Report = JSON.parse(stdout);
  expect(report).toMatchObject({ canTrain: true, backend: 'engine' });
  expect(report.checks.map(({ id }) => id)).toEqual([
    ...['node', 'platform', 'processor', 'memory', 'simd', 'relaxed-simd', 'threads', 'backend-engine'],
    ...['backend-engine-relaxed', 'backend-node', 'backend-wasm', 'backend-cpu', 'data-folder', 'data-cache'],
    ...['runs-folder', 'cache-folder', 'terminal'],
  ]);
  for (const id of ['node', 'simd', 'backend-engine', 'backend-wasm', 'backend-cpu', 'runs-folder']) {
    expect(find(report, id), id).toMatchObject({ status: 'good' });
  }
  expect(find(report, 'data-folder')).toMatchObject({ status: 'good', summary: 'not set' });
  expect(find(report, 'data-cache')).toMatchObject({
    status: 'note',
    summary: `${folder}/cache/mnist: nothing yet`,
  });
  expect(readdirSync(folder)).toEqual([]);
}, 300_000);

test('tells people what stands in the way, and exits with 1', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { status, stdout, stderr } = await doctor(
    { LENET_DATA_DIR: './nowhere', NO_COLOR: '1', LC_ALL: 'C' },
    ...['--out', 'file'],
  );
  expect(stderr).toBe('lenet: nothing can be trained here as it is, because of: LENET_DATA_DIR, Runs.\n');
  expect(status).toBe(1);
  expect(stdout).toContain('\nBackends\n  + engine          Lenet engine strict, ');
  const words = stdout.replace(/\s+/g, ' ');
  expect(words).toContain(
    `x LENET_DATA_DIR ${folder}/nowhere: expected a folder, found nothing of that name Set it to a folder with the four files of MNIST, whole, or unset it.`,
  );
  expect(words).toContain(`x Runs ${folder}/file: a part of the path is a file (ENOTDIR), `);
  expect(stdout).not.toContain('\u001b');
}, 300_000);
