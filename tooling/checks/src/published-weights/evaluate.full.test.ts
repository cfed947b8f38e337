// What every manifest says of the test set, measured again.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';

const models = join(root, 'packages/model-artifacts/models');
const program = join(root, 'apps/trainer/dist/bin.js');

test.skipIf(!process.env.LENET_DATA_DIR).each(readdirSync(models))(
  '%s reads MNIST as well as its manifest says (LENET_DATA_DIR)',
  async (name) => {
    const { evaluation } = JSON.parse(readFileSync(join(models, name, 'manifest.json'), 'utf8'));
    const output = await run(
      process.execPath,
      [program, 'evaluate', name, '--data', 'mnist', '--json'],
      root,
    );
    const { test: measured, data } = JSON.parse(output);
    expect(data.count).toBe(evaluation.data.count);
    expect(measured.accuracy).toBe(evaluation.accuracy);
    expect(measured.loss).toBeCloseTo(evaluation.loss, 6);
  },
);
