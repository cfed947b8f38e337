// Compiles the kernels in assembly/ to WebAssembly, twice, and writes each as text into an ESM module in
// src/generated, so that any bundler carries it:
//   strict    only operations whose results the WebAssembly specification fixes: the same bits everywhere
//   relaxed   with fused multiply-add where the machine has it
// How to run: pnpm run build, in packages/engine. The version of AssemblyScript and these flags are pinned:
// another optimisation level may change the order of sums, and with it the bits of trained weights.
//
// The text, which src/machine/decode-module.ts reads, is made of letters that need no escape in a string. 3 is added to each
// byte (modulo 256), which brings those that are frequent in WebAssembly to the front, and then
//
//     0 to 85       one letter: ( to [ for 0 to 51, ] to ~ for 52 to 85
//     86 to 170     an exclamation mark, and the letter of what is above 86
//     171 to 255    a number sign, and the letter of what is above 171
//
// One letter for most bytes leaves a server's compression what repeats: 6 % less to load than in hexadecimal, and a
// third less than in base64, where a letter holds bits of two bytes.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** Folders of assembly/, and their largest sizes in bytes; the constant TRAINS of the kernels is 0 where nothing is trained. */
const MODULES = {
  lenet: { largest: 16 * 1024, trains: 1, builds: ['strict', 'relaxed'] },
  // Browsers compile no more at once, without a promise, on the thread of a page.
  'lenet-forward': { largest: 4 * 1024, trains: 0, builds: ['strict'] },
  generic: { largest: 48 * 1024, trains: 1, builds: ['strict', 'relaxed'] },
};
const BUILDS = { strict: [], relaxed: ['--enable=relaxed-simd'] };
const FLAGS = [
  '-O3',
  '--noAssert',
  '--runtime=stub',
  '--use=abort=',
  '--enable=simd',
  '--enable=threads',
  '--importMemory',
  '--sharedMemory',
  '--noExportMemory',
  '--initialMemory=1',
  '--maximumMemory=65536',
  // Helpers that take vectors are exported from file to file only, never to the host.
  '--disableWarning=112',
];

const folder = fileURLToPath(new URL('..', import.meta.url));
rmSync(`${folder}src/generated`, { recursive: true, force: true });
mkdirSync(`${folder}src/generated`, { recursive: true });
for (const [name, { largest, trains, builds }] of Object.entries(MODULES)) {
  for (const build of builds) {
    const bytes = await compile(name, [...BUILDS[build], `--use=TRAINS=${trains}`]);
    if (bytes.length > largest) {
      throw new Error(
        `Module "${name}", ${build}: expected at most ${largest} bytes, got ${bytes.length}. It is inlined in every bundle; make it smaller.`,
      );
    }
    const file = `${folder}src/generated/${name}-${build}`;
    const text = `// Made by scripts/build-modules.mjs from assembly/${name}: ${bytes.length} bytes of WebAssembly as text.\nexport const module =\n  '${encode(bytes)}';\n`;
    writeFileSync(`${file}.js`, text);
    writeFileSync(`${file}.d.ts`, 'export declare const module: string;\n');
    process.stdout.write(`${name}, ${build}: ${bytes.length} bytes\n`);
  }
}

async function compile(name, extra) {
  const outputs = new Map();
  const { error, stderr } = await asc.main(
    [`${name}/index.ts`, '--baseDir', `${folder}assembly`, '--outFile', 'out.wasm', ...FLAGS, ...extra],
    { writeFile: (name, contents) => outputs.set(name, contents) },
  );
  const messages = stderr.toString();
  if (error) throw new Error(`Module "${name}" does not compile.\n${messages}`);
  if (messages) process.stderr.write(messages);
  return outputs.get('out.wasm');
}

function encode(bytes) {
  const letter = (value) => String.fromCharCode(value + (value < 52 ? 40 : 41));
  let text = '';
  for (const byte of bytes) {
    const value = (byte + 3) % 256;
    if (value < 86) text += letter(value);
    else text += value < 171 ? `!${letter(value - 86)}` : `#${letter(value - 171)}`;
  }
  // Both end or hide a script that stands in a page.
  if (/<\/script|<!--/i.test(text)) throw new Error('The text of the module cannot stand in a page.');
  return text;
}
