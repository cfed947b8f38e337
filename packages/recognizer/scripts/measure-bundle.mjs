// What a browser downloads for `import { recognize } from '@lenet/recognizer'`: engine, normalisation and weights,
// minified, in gzip bytes; in one file, and split at dynamic imports, of which only what runs is loaded.
// How to run: pnpm run size, in packages/recognizer, once it is built.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Modules of the engine that a browser does not load: other networks, and the relaxed build. */
const NOT_LOADED = /^(generic-(strict|relaxed)|lenet-relaxed)-/;

const sizeOf = (contents) => gzipSync(contents, { level: 9 }).length;

async function bundle(splitting) {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { recognize } from '@lenet/recognizer';",
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    outdir: 'out',
    bundle: true,
    minify: true,
    splitting,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: sizeOf(contents) }));
}

const print = (text) => process.stdout.write(`${text}\n`);
const [{ bytes }] = await bundle(false);
print(`in one file: ${bytes} bytes gzip`);
const files = await bundle(true);
const loaded = files.filter(({ name }) => !NOT_LOADED.test(name));
print(`split, what is loaded: ${loaded.reduce((sum, file) => sum + file.bytes, 0)} bytes gzip`);
for (const { name, bytes } of files) print(`  ${String(bytes).padStart(6)} ${name}`);
