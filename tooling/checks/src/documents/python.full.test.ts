// Runs the Python of the documents, of which the function for batches reads digits with the published weights.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argMax, createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { providePython } from '@lenet/python';
import { expect, onTestFinished, test } from 'vitest';
import { exportModel } from '../formats/exported-model.ts';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

const published = join(root, 'packages/model-artifacts/models/lenet-report');
const python = await providePython({
  requirements: new URL('../../../oracle/formats/requirements.txt', import.meta.url),
  name: 'formats',
  gigabytes: 1,
  otherwise: 'leave it: the Python of the documents is then not run',
}).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  return undefined;
});

const blocks = documents().flatMap(({ path, text }) =>
  codeBlocks(text)
    .filter(({ language, exception }) => language === 'python' && exception === undefined)
    .map(({ code, line }) => ({ place: `${path}:${line}`, code })),
);

const call = `
import sys
digits, probabilities = read_digits(numpy.fromfile(sys.argv[1], numpy.uint8).reshape(-1, 28, 28), sys.argv[2])
assert ((probabilities > 0.1) & (probabilities <= 1)).all()
print(digits.tolist())
`;

test.skipIf(python === undefined).each(blocks)(
  'the Python at $place runs, and reads what core reads',
  async ({ code }) => {
    const folder = mkdtempSync(join(tmpdir(), 'lenet-python-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const images = generateDigits({ seed: 1, count: 50, split: 'test' });
    writeFileSync(join(folder, 'pixels'), images.pixels);
    writeFileSync(join(folder, 'snippet.py'), `${code}\n${call}`);
    const model = await exportModel(published, 'onnx', folder, 'published');
    const args = [join(folder, 'snippet.py'), join(folder, 'pixels'), join(model, 'model.onnx')];
    const { architecture, weights } = await loadModelFolder((name) => readFile(join(published, name)));
    const logits = await createPlainClassifier(architecture, weights).classify(images);
    expect(JSON.parse(await run(python!, args, folder))).toEqual([...argMax(logits, 10)]);
  },
);
