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

test.skipIf(!process.env.LENET_DATA_DIR)(
  'drawn-digits does not answer nine of ten pictures of what is no digit, and is rarely wrong in what it answers (LENET_DATA_DIR)',
  async () => {
    const args = [program, 'evaluate', 'drawn-digits', '--data', 'mnist', '--refusals', '--json'];
    const { digits, generatedDigits, curve, kinds } = JSON.parse(
      await run(process.execPath, args, root),
    ).refusals;
    const riskAt = (wanted: number) =>
      curve.find(({ coverage }: { coverage: number }) => coverage === wanted).risk;
    expect(riskAt(0.985)).toBeLessThanOrEqual(0.0025);
    expect(riskAt(0.965)).toBeLessThanOrEqual(0.001);
    const refused = (use: string) => {
      const some = kinds.filter((kind: { use: string }) => kind.use === use);
      return some.reduce((sum: number, kind: { refused: number }) => sum + kind.refused, 0) / some.length;
    };
    expect(kinds.length).toBeGreaterThanOrEqual(10);
    expect(refused('choosing')).toBeGreaterThanOrEqual(0.9);
    expect(refused('measuring')).toBeGreaterThanOrEqual(0.9);
    expect(digits.answered).toBeGreaterThanOrEqual(0.97);
    expect(generatedDigits.answered).toBeGreaterThanOrEqual(0.96);
  },
);
