import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Architecture, Learner, LearnerOptions } from '@lenet/core';
import { expect } from 'vitest';

type NativeTensorflow = typeof import('@tensorflow/tfjs-node');

const require = createRequire(import.meta.url);

/** Folder of the trainer, whose modules are built. */
export const trainer = dirname(require.resolve('@lenet/trainer/package.json'));

/** The built command. */
export const command = join(trainer, 'dist/bin.js');

/** Runs `lenet doctor --setup-native`. */
export function setUp(): { code: number | null; stdout: string; stderr: string } {
  const args = [command, 'doctor', '--setup-native'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: 900_000,
  });
  return { code: status, stdout, stderr };
}

/** Makes native TensorFlow load, and loads it as the trainer does. */
export async function provideTensorflow(): Promise<NativeTensorflow> {
  const { code, stderr } = setUp();
  expect(stderr).toMatch(/done, .*: @tensorflow\/tfjs-node 4\.22\.0 with TensorFlow \d+\.\d+\.\d+\.\n$/);
  expect(code).toBe(0);
  const { loadNativeTensorflow } = await import(join(trainer, 'dist/backends/load-tfjs-node.js'));
  return loadNativeTensorflow();
}

/** A learner as `lenet train --backend node` makes it; the backend is TensorFlow.js's current one then. */
export async function trainersLearner(architecture: Architecture, options: LearnerOptions): Promise<Learner> {
  const { loadTfjsBackend } = await import(join(trainer, 'dist/backends/tfjs-backend.js'));
  return (await loadTfjsBackend('node')).createLearner(architecture, options);
}
