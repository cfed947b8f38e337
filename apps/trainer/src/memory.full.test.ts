// The memory of the whole command, of which training is the largest part.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

const megabyte = 2 ** 20;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { LENET_DATA_DIR } = process.env;

test.skipIf(!LENET_DATA_DIR)('"lenet train" on MNIST holds 300 MB at most, its report included', async () => {
  const peakFile = join(folder, 'peak');
  const recorder = join(folder, 'record-peak.cjs');
  // In kilobytes, of the whole process with its threads.
  writeFileSync(
    recorder,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
  );
  const args = ['train', '--recipe', 'fast-99', '--epochs', '1', '--data', 'mnist', '--backend', 'engine'];
  const { status } = await runLenet([...args, '--threads', '2', '--name', 'peak'], {
    cwd: folder,
    environment: { NODE_OPTIONS: `--require ${recorder}` },
  });
  expect(status).toBe(0);
  expect((Number(readFileSync(peakFile, 'utf8')) * 1024) / megabyte).toBeLessThan(300);
});
