// How well published models read held-back synthetic digits, family by family.
//
// How to run: node tooling/bench/src/styles/published-models.ts MODEL...   e.g. lenet-best drawn-digits
// Prints a table in Markdown.
import { readFile } from 'node:fs/promises';
import { evaluateLogits, type LabelledImages } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { styleFamilies } from '@lenet/core/synthetic';
import { createClassifier } from '@lenet/engine';
import { markdownTable } from '../markdown-table.ts';
import { heldBackDigits, ofFamilies } from './held-back-digits.ts';

const names = process.argv.slice(2);
const held = heldBackDigits(20_000);
const sets: [name: string, images: LabelledImages][] = [
  ['all', held.images],
  ...styleFamilies().map((family): [string, LabelledImages] => [family, ofFamilies(held, [family])]),
];
const columns: string[][] = [];
for (const name of names) {
  const folder = new URL('.', import.meta.resolve(`@lenet/model-artifacts/${name}/manifest.json`));
  const model = await loadModelFolder((file) => readFile(new URL(file, folder)));
  const classifier = await createClassifier(model.architecture, model.weights, { threads: 1 });
  const column: string[] = [];
  for (const [, images] of sets) {
    const { accuracy } = evaluateLogits(await classifier.classify(images), images.labels, 10);
    column.push((100 * accuracy).toFixed(2));
  }
  columns.push(column);
  await classifier.dispose();
}
const rows = sets.map(([name, { count }], row) => [name, String(count), ...columns.map((c) => c[row])]);
const numeric = names.map((_, column) => column + 2);
process.stdout.write(`${markdownTable([['styles', 'digits', ...names], ...rows], [1, ...numeric])}\n`);
