import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';

const dataFolder = process.env.LENET_DATA_DIR;
const published = join(root, 'packages/model-artifacts/models/lenet-report');

test.skipIf(!dataFolder)(
  'training again gives the published weights, byte for byte (LENET_DATA_DIR)',
  async () => {
    const { training } = JSON.parse(readFileSync(join(published, 'manifest.json'), 'utf8'));
    expect(training.backend).toContain('strict');
    const folder = mkdtempSync(join(tmpdir(), 'lenet-retrain-'));
    try {
      const options = ['--data', 'mnist', '--recipe', training.recipe, '--seed', `${training.seed}`];
      const program = join(root, 'apps/trainer/dist/bin.js');
      await run(
        process.execPath,
        [program, 'train', ...options, '--out', folder, '--name', 'again', '--quiet'],
        root,
      );
      const weights = readFileSync(join(folder, 'again/model/weights.bin'));
      expect(weights.equals(readFileSync(join(published, 'weights.bin')))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
