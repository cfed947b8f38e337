// Compiles the kernels in assembly/ to WebAssembly, twice, and writes each as base64 into an ESM module in
// src/generated, so that any bundler carries it:
//   strict    only operations whose results the WebAssembly specification fixes: the same bits everywhere
//   relaxed   with fused multiply-add where the machine has it
// How to run: pnpm run build, in packages/engine. The version of AssemblyScript and these flags are pinned:
// another optimisation level may change the order of sums, and with it the bits of trained weights.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const LARGEST_MODULE_BYTES = 16 * 1024;
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
mkdirSync(`${folder}src/generated`, { recursive: true });
for (const [build, extra] of [
  ['strict', []],
  ['relaxed', ['--enable=relaxed-simd']],
]) {
  const bytes = await compile(build, extra);
  if (bytes.length > LARGEST_MODULE_BYTES) {
    throw new Error(
      `Module "${build}": expected at most ${LARGEST_MODULE_BYTES} bytes, got ${bytes.length}. It is inlined in every bundle; make it smaller.`,
    );
  }
  const text = `// Made by scripts/build-modules.mjs from assembly/: ${bytes.length} bytes of WebAssembly in base64.\nexport const ${build}Module =\n  '${Buffer.from(bytes).toString('base64')}';\n`;
  writeFileSync(`${folder}src/generated/${build}-module.ts`, text);
  process.stdout.write(`${build}: ${bytes.length} bytes\n`);
}

async function compile(build, extra) {
  const outputs = new Map();
  const { error, stderr } = await asc.main(
    ['index.ts', '--baseDir', `${folder}assembly`, '--outFile', 'out.wasm', ...FLAGS, ...extra],
    { writeFile: (name, contents) => outputs.set(name, contents) },
  );
  const messages = stderr.toString();
  if (error) throw new Error(`Module "${build}" does not compile.\n${messages}`);
  if (messages) process.stderr.write(messages);
  return outputs.get('out.wasm');
}
