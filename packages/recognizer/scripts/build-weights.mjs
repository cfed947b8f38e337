// Writes the weights of @lenet/model-artifacts in 8 bits as text into an ESM module in src/generated, so that any
// bundler carries them. Of the bytes, the numbers of all kernels come first, in the order of the layers; then float32,
// little-endian: of each layer the scales of its kernel and its bias. In the text are
//
//     first     one letter for the upper six bits of each byte
//     then      one letter for the lower two bits of three bytes, lowest that of the first third of the bytes
//
// A letter of plain base64 holds bits of two bytes, which hides from a server's compression that small weights are
// the most frequent: in this order the same bytes are 2 kB less to load. The letters are the 64 from # on, and the
// bytes with the same place in their thirds lie in one letter, so that four are decoded at once, without a table.
// How to run: pnpm run build, in packages/recognizer, once @lenet/core is built.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lenetReport, weightShapes } from '@lenet/core';
import { loadModelFolder, quantizedWeightsFile } from '@lenet/core/models';

const MODEL = 'drawn-digits';
/** Of the file, as packages/core/src/quantization/weights-file.ts describes it. */
const HEADER_BYTES = 12;
const FIRST_LETTER = '#'.charCodeAt(0);

const modelFolder = new URL('.', import.meta.resolve(`@lenet/model-artifacts/${MODEL}/manifest.json`));
const read = (name) => readFile(new URL(name, modelFolder));
// Checks the file that is bundled.
const { manifest, architecture } = await loadModelFolder(read, { weights: 'int8' });
// The package reads the weights with core's own description of the network.
if (JSON.stringify(architecture) !== JSON.stringify(lenetReport)) {
  throw new Error(
    `Model "${MODEL}": expected the network of lenetReport in @lenet/core, got another of that name. Train the model again, or change src/reading/open-bundled-reader.ts.`,
  );
}
const { temperature, thresholds, digitTest } = manifest;

const text = encode(inOrder(await read(quantizedWeightsFile.int8)));
const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}weights.js`,
  `// Made by scripts/build-weights.mjs from ${manifest.name} ${manifest.version} of @lenet/model-artifacts, CC BY-SA 3.0, see NOTICE.
export const weights =
  ${JSON.stringify(text)};
export const rules = ${JSON.stringify({ temperature, thresholds, digitTest })};
`,
);
writeFileSync(
  `${folder}weights.d.ts`,
  `import type { ModelManifest } from '@lenet/core/models';
export declare const weights: string;
export declare const rules: Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>;
`,
);
process.stdout.write(`${manifest.name} ${manifest.version}, int8: ${text.length} letters\n`);

/** Kernels first, then scales and biases; filled up so that a third of them are whole fours. */
function inOrder(file) {
  const kernels = [];
  const numbers = [];
  let start = HEADER_BYTES;
  const take = (bytes, of) => {
    of.push(...file.subarray(start, start + bytes));
    start += Math.ceil(bytes / 4) * 4;
  };
  for (const { shape } of weightShapes(lenetReport)) {
    const outputs = shape.at(-1);
    take(4 * outputs, numbers);
    if (shape.length > 1) take(size(shape), kernels);
  }
  const bytes = [...kernels, ...numbers];
  while (bytes.length % 12 > 0) bytes.push(0);
  return bytes;
}

function size(shape) {
  return shape.reduce((product, length) => product * length, 1);
}

function encode(bytes) {
  const third = bytes.length / 3;
  const letter = (value) => String.fromCharCode(FIRST_LETTER + value);
  let text = '';
  // Weights are numbers from -128 on: so the quotation mark and the backslash stand for large ones, which are few.
  for (const byte of bytes) text += letter((byte ^ 128) >> 2);
  for (let index = 0; index < third; index++) {
    const [first, second, last] = [index, index + third, index + 2 * third].map((place) => bytes[place] & 3);
    text += letter(first | (second << 2) | (last << 4));
  }
  return text;
}
