// Training again gives the published weights, byte for byte. LENET_RETRAIN=all takes every model; else it
// is the quickest. The weekly workflow makes all of them again.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { execute } from '../run.ts';

const hour = 3_600_000;
const models = join(root, 'packages/model-artifacts/models');
const names = process.env.LENET_RETRAIN === 'all' ? readdirSync(models) : ['lenet-report'];

test.skipIf(!process.env.LENET_DATA_DIR).each(names)(
  'training %s again gives the published weights, byte for byte (LENET_DATA_DIR)',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'lenet-retrain-'));
    try {
      const program = join(root, 'apps/trainer/dist/bin.js');
      // A release changes versions, not the weights: that is what is found out here.
      const options = ['--out', folder, '--quiet', '--json', '--other-versions'];
      const result = await execute(process.execPath, [program, 'retrain', name, ...options], root, hour);
      expect(result).toMatchObject({ code: 0 });
      expect(JSON.parse(result.stdout)).toMatchObject({ model: name, isSame: true });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  hour,
);
