// Compiles the kernels in assembly/ to WebAssembly, twice, and writes each in hexadecimal into an ESM module in
// src/generated, so that any bundler carries it:
//   strict    only operations whose results the WebAssembly specification fixes: the same bits everywhere
//   relaxed   with fused multiply-add where the machine has it
// How to run: pnpm run build, in packages/engine. The version of AssemblyScript and these flags are pinned:
// another optimisation level may change the order of sums, and with it the bits of trained weights.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** Names of the modules, folders of assembly/, and their largest sizes in bytes. */
const MODULES = { lenet: 16 * 1024, generic: 48 * 1024 };
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
for (const [name, largest] of Object.entries(MODULES)) {
  for (const [build, extra] of Object.entries(BUILDS)) {
    const bytes = await compile(name, extra);
    if (bytes.length > largest) {
      throw new Error(
        `Module "${name}", ${build}: expected at most ${largest} bytes, got ${bytes.length}. It is inlined in every bundle; make it smaller.`,
      );
    }
    const file = `${folder}src/generated/${name}-${build}`;
    const text = `// Made by scripts/build-modules.mjs from assembly/${name}: ${bytes.length} bytes of WebAssembly in hexadecimal.\nexport const module =\n  '${Buffer.from(bytes).toString('hex')}';\n`;
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
