import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Files that a bundler writes for a program, without their digests. */
async function bundled(code: string): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    loader: { '.bin': 'file', '.onnx': 'file' },
    assetNames: '[name]',
    outdir: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ path }) => path.split(/[\\/]/).at(-1)!).sort();
}

test('a program that takes one file of one model gets that file, and no other', async () => {
  const code = `
    import address from '@lenet/model-artifacts/lenet-best/weights-int8.bin';
    import manifest from '@lenet/model-artifacts/lenet-best/manifest.json';
    export const model = [address, manifest.name];`;
  expect(await bundled(code)).toEqual(['stdin.js', 'weights-int8.bin']);
});

test('in Node each file has an address', () => {
  const address = import.meta.resolve('@lenet/model-artifacts/lenet-best/model.onnx');
  expect(address).toMatch(/^file:.*\/models\/lenet-best\/model\.onnx$/);
});
