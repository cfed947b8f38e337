// Writes the weights of @lenet/model-artifacts in 8 bits as text into an ESM module in src/generated, so that any
// bundler carries them.
//
//     first     one letter of base64 for the upper six bits of each byte
//     then      one letter for the lower two bits of each three bytes, those of the first byte lowest
//
// A letter of plain base64 holds bits of two bytes, which hides from a server's compression that small weights are
// the most frequent: in this order the same bytes are 2 kB less to load.
// How to run: pnpm run build, in packages/recognizer, once @lenet/core is built.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { lenetReport } from '@lenet/core';
import { loadModelFolder, quantizedWeightsFile } from '@lenet/core/models';

const MODEL = 'drawn-digits';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

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

const bytes = await read(quantizedWeightsFile.int8);
const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(
  `${folder}weights.js`,
  `// Made by scripts/build-weights.mjs from ${manifest.name} ${manifest.version} of @lenet/model-artifacts, CC BY-SA 3.0, see NOTICE.
export const byteCount = ${bytes.length};
export const weights =
  '${encode(bytes)}';
export const rules = ${JSON.stringify({ temperature, thresholds, digitTest })};
`,
);
writeFileSync(
  `${folder}weights.d.ts`,
  `import type { ModelManifest } from '@lenet/core/models';
export declare const byteCount: number;
export declare const weights: string;
export declare const rules: Pick<ModelManifest, 'temperature' | 'thresholds' | 'digitTest'>;
`,
);
process.stdout.write(`${manifest.name} ${manifest.version}, int8: ${bytes.length} bytes\n`);

function encode(bytes) {
  let text = '';
  for (const byte of bytes) text += LETTERS[byte >> 2];
  for (let index = 0; index < bytes.length; index += 3) {
    const [first, second = 0, third = 0] = bytes.subarray(index, index + 3);
    text += LETTERS[(first & 3) | ((second & 3) << 2) | ((third & 3) << 4)];
  }
  return text;
}
