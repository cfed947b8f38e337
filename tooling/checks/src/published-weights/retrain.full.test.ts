// Training again gives the published weights, byte for byte. LENET_RETRAIN=all takes every model, as the weekly
// workflow does; else those whose training takes seconds, on both modules of the engine.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../repository.ts';
import { execute, run } from '../run.ts';

const hour = 3_600_000;
const models = join(root, 'packages/model-artifacts/models');
const quick = ['lenet-report', 'dense-baseline'];
const names = process.env.LENET_RETRAIN === 'all' ? readdirSync(models) : quick;
const program = join(root, 'apps/trainer/dist/bin.js');
const onMnist = test.skipIf(!process.env.LENET_DATA_DIR);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-retrain-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onMnist.each(names)(
  'training %s again gives the published weights, byte for byte (LENET_DATA_DIR)',
  async (name) => {
    // A release changes versions, not the weights: that is what is found out here.
    const options = ['--out', folder, '--quiet', '--json', '--other-versions'];
    const result = await execute(process.execPath, [program, 'retrain', name, ...options], root, hour);
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toMatchObject({ model: name, isSame: true });
  },
  hour,
);

onMnist(
  'the recipe fast-99, which has no published model, gives the weights that it always gave (LENET_DATA_DIR)',
  async () => {
    const engine = ['--backend', 'engine', '--engine-build', 'strict'];
    const options = ['--recipe', 'fast-99', '--seed', '1', '--data', 'mnist', ...engine];
    const output = ['--out', folder, '--name', 'fast-99', '--quiet', '--json'];
    const { test: result } = JSON.parse(
      await run(process.execPath, [program, 'train', ...options, ...output], root),
    );
    expect(result.accuracy).toBe(0.992);
    const manifest = JSON.parse(readFileSync(join(folder, 'fast-99/model/manifest.json'), 'utf8'));
    const { sha256 } = manifest.files.find(({ name }: { name: string }) => name === 'weights.bin');
    // A change is a release of its own, with retrained weights: docs/releasing.md.
    expect(sha256).toBe('76e8e6d1912f11d928a93e5c71ef580efcf7bfc38911e47684969e2924314115');
  },
  hour,
);
