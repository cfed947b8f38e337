// Prints one SHA-256 for each part of @lenet/core, @lenet/engine and @lenet/recognizer whose numbers must have the same bits in every
// JavaScript engine, as JSON. Node 20, 22, 24 and Bun run it as plain JavaScript: same-bits.ts.
// Arguments: the file URLs of packages/core/dist/, packages/engine/dist/ and packages/recognizer/dist/.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { arithmeticCases, innerModules } from './arithmetic-cases.ts';
import { engineCases } from './engine-cases.ts';
import { argumentsOf } from './portable-arguments.ts';
import { recognitions } from './recognitions.ts';

const [, , dist, engineDist, recognizerDist] = process.argv;
const digests: Record<string, string> = {};

const files = readdirSync(new URL('maths/', dist)).filter((file) => /^portable-.*\.js$/.test(file));
for (const file of files.sort()) {
  for (const [name, portable] of Object.entries(await load(`maths/${file}`))) {
    // The others are parts of these.
    if (!name.startsWith('portable')) continue;
    digests[name] = digestOf(name, argumentsOf(name, portable as (...values: number[]) => number));
  }
}

const modules = { ...(await load('index.js')), ...(await load('synthetic/index.js')) };
for (const path of innerModules) Object.assign(modules, await load(path));
for (const [name, compute] of Object.entries(arithmeticCases)) {
  digests[name] = digestOf(name, compute(modules));
}
const engine = await import(new URL('index.js', engineDist).href);
for (const [name, compute] of Object.entries(engineCases)) {
  digests[name] = digestOf(name, await compute(engine, modules));
}
const { recognize } = await import(new URL('index.js', recognizerDist).href);
digests.recognitions = digestOf('recognitions', await recognitions(recognize, modules));
process.stdout.write(JSON.stringify(digests));

/** @param path in `dist` */
function load(path: string) {
  return import(new URL(path, dist).href);
}

/** Of the bytes, little-endian: those of typed arrays as they are, other numbers as float64. */
function digestOf(name: string, parts: Iterable<ArrayLike<number>>): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const array = ArrayBuffer.isView(part) ? (part as Float64Array) : Float64Array.from(part);
    // The bits of a NaN are the processor's choice.
    if (array.some(Number.isNaN)) throw new Error(`${name}: NaN among the results.`);
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  return hash.digest('hex');
}
