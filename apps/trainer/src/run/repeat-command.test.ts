import { expect, test } from 'vitest';
import { repeatCommand } from './repeat-command.js';
import { resolveConfig } from './run-config.js';

const config = resolveConfig({ recipe: 'lenet-report', data: 'mnist', backend: 'wasm' });

test('names every setting that was given', () => {
  expect(repeatCommand({ ...config, trainImages: 600 })).toBe(
    'lenet train --recipe lenet-report --data mnist --epochs 10 --batch-size 64 --learning-rate 0.001 --seed 1 --train-images 600 --backend wasm',
  );
});

test('quotes a folder that a shell would take apart', () => {
  expect(repeatCommand({ ...config, data: "/data/Anna's digits" })).toContain(
    "--data '/data/Anna'\\''s digits' --epochs",
  );
});
