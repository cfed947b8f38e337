// Runs the JavaScript of the documents, beside the files that it names, on the ink of one digit.
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Site, serveFolder } from '@lenet/chromium';
import { generateDigits } from '@lenet/core/synthetic';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkPackage, linkPackages } from '../examples/link-packages.ts';
import { publishedFolders, root } from '../repository.ts';
import { run } from '../run.ts';
import { codeBlocks } from './code-blocks.ts';
import { documents } from './documents.ts';

const blocks = documents().flatMap(({ path, text }) =>
  codeBlocks(text)
    .filter(({ language, exception }) => language === 'js' && exception === undefined)
    .map(({ code, line }) => ({ place: `${path}:${line}`, code })),
);
const { pixels, labels } = generateDigits({ seed: 1, count: 1, split: 'test' });

/** What a snippet takes for granted: `ink`, from 0 to 1. */
const given = `const ink = Float32Array.from(${JSON.stringify([...pixels])}, (byte) => byte / 255);\n`;
/** What it found goes to standard output: it prints an answer itself, or has its probabilities in a tensor. */
const told = `
if (typeof probabilities !== 'undefined') {
  const values = [...(probabilities.dataSync?.() ?? probabilities.data)];
  console.log({ digit: values.indexOf(Math.max(...values)) });
}`;

let folder: string;
let site: Site;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-javascript-'));
  linkPackages(join(folder, 'node_modules'), [...publishedFolders(), 'apps/trainer', 'tooling/checks']);
  // All of TensorFlow.js comes with its package for Node.
  const native = realpathSync(join(root, 'apps/trainer/node_modules/@tensorflow/tfjs-node'));
  const tensorflow = createRequire(join(native, 'package.json')).resolve('@tensorflow/tfjs/package.json');
  linkPackage(join(folder, 'node_modules'), '@tensorflow/tfjs', dirname(tensorflow));
  const models = join(root, 'packages/model-artifacts/models');
  cpSync(models, join(folder, 'models'), { recursive: true });
  cpSync(join(models, 'lenet-report/model-int8.onnx'), join(folder, 'model-int8.onnx'));
  const ofSnippets = createRequire(join(folder, 'snippet.mjs'));
  await ofSnippets('sharp')(pixels, { raw: { width: 28, height: 28, channels: 1 } }).toFile(
    join(folder, 'digit.png'),
  );
  site = await serveFolder(folder);
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test.each(blocks)('the JavaScript at $place reads the digit', async ({ code }) => {
  const program = join(folder, 'snippet.mjs');
  writeFileSync(program, given + code.replaceAll('https://example.org/', site.url) + told);
  expect(await run(process.execPath, [program], folder)).toContain(`digit: ${labels[0]}`);
});
