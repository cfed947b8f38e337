// pnpm run bench:recognizer
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownTable } from '../markdown-table.ts';
import { median } from '../peers/statistics.ts';
import { describeMachine, writeBenchmarks } from '../write-benchmarks.ts';
import { type BundledReader, bundleReader } from './bundle-reader.ts';
import { contestants } from './contestants.ts';

const ROUNDS = 15;
const lenet = fileURLToPath(new URL('../../../../apps/trainer/dist/bin.js', import.meta.url));
const timer = fileURLToPath(new URL('time-reader.ts', import.meta.url));
const modelFolder = new URL('.', import.meta.resolve('@lenet/model-artifacts/lenet-report/manifest.json'));
const read = (name: string) => readFile(new URL(name, modelFolder));

interface Times {
  readonly firstMs: number;
  readonly laterMs: number;
  readonly digits: readonly number[];
}

const temporary = mkdtempSync(join(tmpdir(), 'lenet-bench-'));
try {
  const section = await measure();
  process.stdout.write(`${section}\n`);
  writeBenchmarks('recognizer', section);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function measure(): Promise<string> {
  const model = new Map<string, Uint8Array>([
    ['model.json', await read('model.json')],
    ['weights.bin', await read('weights.bin')],
    ['model.onnx', await exportOnnx()],
  ]);
  const readers: BundledReader[] = [];
  for (const [index, contestant] of contestants.entries()) {
    readers.push(await bundleReader(contestant, model, join(temporary, String(index))));
  }
  // They take turns, so that what slows the machine down slows all of them.
  const times = readers.map((): Times[] => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, reader] of readers.entries()) times[index].push(timeReader(reader));
  }
  requireSameDigits(times.map(([first]) => first.digits));
  const rows = readers.map(({ name, scriptBytes, fileBytes }, index) => [
    name,
    kilobytes(scriptBytes),
    fileBytes > 0 ? kilobytes(fileBytes) : '',
    kilobytes(scriptBytes + fileBytes),
    milliseconds(median(times[index].map(({ firstMs }) => firstMs))),
    milliseconds(median(times[index].map(({ laterMs }) => laterMs))),
  ]);
  const header = ['what', 'script', 'model and WebAssembly', 'in all', 'first answer', 'a later one'];
  return [
    '## @lenet/recognizer beside other runtimes',
    `\`pnpm run bench:recognizer\` on ${describeMachine()}.`,
    'Each reads a picture of 28x28 pixels in colours, black on white: ink, normalisation, network, decision; the first two are @lenet/core in each. Sizes are bytes after gzip of what a page loads, bundled and minified by esbuild; the recognizer has its weights in 8 bits in the script, the others theirs in 32 bits in files. Times are in Node, from the moment when all bytes are there: medians of ' +
      `${ROUNDS} processes, and of 1,000 answers in each.`,
    markdownTable([header, ...rows], [1, 2, 3, 4, 5]),
  ].join('\n\n');
}

function exportOnnx(): Promise<Uint8Array> {
  const args = [
    'export',
    fileURLToPath(modelFolder),
    '--format',
    'onnx',
    '--name',
    'model',
    '--out',
    temporary,
  ];
  execFileSync(process.execPath, [lenet, ...args], { stdio: 'pipe' });
  return readFile(join(temporary, 'model', 'model.onnx'));
}

function timeReader({ script, folder }: BundledReader): Times {
  const output = execFileSync(process.execPath, [timer, script, folder], { encoding: 'utf8', stdio: 'pipe' });
  // Others announce themselves before.
  return JSON.parse(output.slice(output.lastIndexOf('{')));
}

function requireSameDigits(answers: readonly (readonly number[])[]): void {
  const [expected, ...others] = answers.map(String);
  const different = others.findIndex((answer) => answer !== expected);
  if (different === -1) return;
  throw new Error(
    `${contestants[different + 1].name}: expected the digits ${expected}, as the recognizer reads them, got ${others[different]}.`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}
