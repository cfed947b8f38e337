// `lenet train --backend node` in the versions of Node that the packages work with: one addon serves them all, and newer
// ones lack functions that tfjs-node calls.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { architectures } from '@lenet/core';
import { provideRuntime, runtimes } from '@lenet/runtimes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, provideTensorflow } from './testing/native-tensorflow.ts';

let folder: string;
/** Programs by the name of the version. */
const programs = new Map([['this Node', process.execPath]]);

function run(
  program: string,
  args: readonly string[],
): { status: number | null; stdout: string; stderr: string } {
  const options = { cwd: folder, encoding: 'utf8', timeout: 240_000 } as const;
  return spawnSync(program, [command, ...args], options);
}

beforeAll(async () => {
  await provideTensorflow();
  folder = mkdtempSync(join(tmpdir(), 'lenet-versions-'));
  for (const runtime of runtimes) {
    if (runtime.name.startsWith('Node')) programs.set(runtime.name, await provideRuntime(runtime));
  }
  const counts = ['--train-images', '300', '--test-images', '40'];
  expect(run(process.execPath, ['data', 'synth', '--out', 'digits', ...counts]).status).toBe(0);
}, 960_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(architectures)('$name comes to the same weights in every Node', ({ name }) => {
  expect([...programs.keys()]).toEqual(['this Node', 'Node 20', 'Node 24']);
  const digests: string[] = [];
  for (const [version, program] of programs) {
    const runName = `${name}-${version.replace(' ', '-')}`;
    const settings = ['--architecture', name, '--data', 'digits', '--epochs', '1', '--seed', '3'];
    const { status, stderr } = run(program, ['train', '--backend', 'node', ...settings, '--name', runName]);
    expect(stderr, version).toContain('TensorFlow.js node 4.22.0');
    expect(stderr, version).not.toContain('Warning');
    expect(status, version).toBe(0);
    const weights = readFileSync(join(folder, 'runs', runName, 'model', 'weights.bin'));
    digests.push(createHash('sha256').update(weights).digest('hex'));
  }
  expect(new Set(digests).size).toBe(1);
});
