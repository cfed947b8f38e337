// Runs the Python of the documents, beside the files of a published model.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argMax, createPlainClassifier } from '@lenet/core';
import { loadModelFolder } from '@lenet/core/models';
import { generateDigits } from '@lenet/core/synthetic';
import { tryPython } from '@lenet/python';
import { afterAll, beforeAll, test } from 'vitest';
import { root } from '../repository.ts';
import { run } from '../run.ts';
import { pythonBlocks } from './python-blocks.ts';

const published = join(root, 'packages/model-artifacts/models/lenet-report');
const python = await tryPython({
  requirements: new URL('../../../oracle/formats/requirements.txt', import.meta.url),
  name: 'formats',
  gigabytes: 1,
  otherwise: 'leave it: the Python of the documents is then not run',
});

/** The others, of many-images.full.test.ts, start more than one process. */
const blocks = pythonBlocks().filter(({ system }) => system === undefined);

/** What a snippet takes for granted: `ink` from 0 to 1. Keras computes with JAX, the one that is installed. */
const given = `
import os, sys
import numpy
os.environ["KERAS_BACKEND"] = "jax"
pixels = numpy.fromfile("pixels", numpy.uint8).reshape(-1, 28, 28)
ink = pixels / numpy.float32(255)
expected = [int(digit) for digit in sys.argv[1].split(",")]
`;
/** What it defines is used, what it found is compared. */
const told = `
found = globals()
if "read_digits" in found:
    digits, best = read_digits(open_session("model.onnx"), [image.tobytes() for image in pixels])
    assert ((best > 0.1) & (best <= 1)).all()
    assert digits.tolist() == expected, digits
elif "probabilities" in found:
    assert found["probabilities"].argmax(axis=1).tolist() == expected, found["probabilities"]
else:
    assert sum(tensor.size for tensor in tensors.values()) == 44426, tensors
`;

let folder: string;
let expected: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-python-'));
  const images = generateDigits({ seed: 1, count: 50, split: 'test' });
  const { architecture, weights } = await loadModelFolder((name) => readFile(join(published, name)));
  expected = argMax(await createPlainClassifier(architecture, weights).classify(images), 10).join(',');
  for (const file of readdirSync(published)) cpSync(join(published, file), join(folder, file));
  writeFileSync(join(folder, 'pixels'), images.pixels);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(python === undefined).each(blocks)(
  'the Python at $place runs, and reads what core reads',
  async ({ code }) => {
    const program = join(folder, 'snippet.py');
    writeFileSync(program, `${given}\n${code}\n${told}`);
    await run(python!, [program, expected], folder);
  },
);
