import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';

const models = join(root, 'packages/model-artifacts/models');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Of each row of the tables, the texts of its cells. */
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test.each(readdirSync(models))('README.md tells of %s what its manifest does', (name) => {
  const { training, evaluation } = JSON.parse(readFileSync(join(models, name, 'manifest.json'), 'utf8'));
  const link = `[\`${name}\`](packages/model-artifacts/models/${name}/MODEL_CARD.md)`;
  const row = rows.find(([, first]) => first === link);
  const { count, files } = evaluation.data;
  expect(row?.slice(2, 7)).toEqual([
    training.recipe,
    String(training.seed),
    (training.data.count - training.options.validationImages).toLocaleString('en-US'),
    (100 * evaluation.accuracy).toFixed(2),
    evaluation.loss.toFixed(4).replace(/^0/, ''),
  ]);
  // All were tested on the images that are named there.
  expect(count).toBe(10_000);
  for (const { sha256 } of [...training.data.files, ...files]) expect(readme).toContain(sha256.slice(0, 16));
});
