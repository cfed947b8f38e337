// Runs Lighthouse on the drawing page, as it is built, with its mobile profile: pnpm run lighthouse
// It fails below what is wanted; with --write it puts the scores into docs/benchmarks.md. Lighthouse is fetched by
// npx: nobody else needs it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeMachine, markdownTable, writeBenchmarks } from '@lenet/bench';
import { findChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { median } from './measurements/median.ts';

const VERSION = '12.8.2';
/** The score for performance differs from run to run: the median of so many counts. */
const RUNS = 3;
/** Of 100; how much of each must be reached. */
const wanted = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly title: string;
        readonly displayValue?: string;
        readonly numericValue?: number;
      }
    >
  >;
}

const reports = await audit();
const names = Object.keys(wanted) as (keyof typeof wanted)[];
const scores = names.map((name) => ({
  name,
  score: median(reports.map(({ categories }) => Math.round(100 * categories[name].score))),
  least: wanted[name],
}));
for (const { name, score, least } of scores) {
  process.stdout.write(`${name}: ${score}\n`);
  if (score >= least) continue;
  process.exitCode = 1;
  for (const line of shortcomings(reports[0], name)) process.stdout.write(`  ${line}\n`);
}
if (process.argv.includes('--write')) writeBenchmarks('lighthouse', section());

async function audit(): Promise<readonly Report[]> {
  const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)), {
    isCompressed: true,
  });
  const address = await listen(server, 0);
  const folder = mkdtempSync(join(tmpdir(), 'lenet-lighthouse-'));
  try {
    const done: Report[] = [];
    for (let run = 0; run < RUNS; run++) {
      const output = join(folder, `${run}.json`);
      await runLighthouse(address, output);
      done.push(JSON.parse(readFileSync(output, 'utf8')));
    }
    return done;
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  }
}

async function runLighthouse(address: string, output: string): Promise<void> {
  const lighthouse = spawn(
    'npx',
    [
      '--yes',
      `lighthouse@${VERSION}`,
      address,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { stdio: 'inherit', env: { ...process.env, CHROME_PATH: await findChromium() } },
  );
  const code = await new Promise((resolve) => lighthouse.on('exit', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}.`);
}

function shortcomings({ categories, audits }: Report, name: string): string[] {
  return categories[name].auditRefs
    .map(({ id }) => ({ id, ...audits[id] }))
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, displayValue, title }) => `${id}: ${displayValue ?? title}`);
}

function section(): string {
  const figure = (id: string) => median(reports.map(({ audits }) => audits[id].numericValue!));
  const rows = [
    ['what', 'measured', 'goal'],
    ...scores.map(({ name, score, least }) => [name, `${score} of 100`, `at least ${least}`]),
    ['largest contentful paint', `${(figure('largest-contentful-paint') / 1000).toFixed(1)} s`, ''],
    ['time that the main thread was blocked', `${Math.round(figure('total-blocking-time'))} ms`, ''],
    ['layout shift', figure('cumulative-layout-shift').toFixed(3), ''],
  ];
  return [
    '## The drawing page in Lighthouse',
    `The script \`lighthouse\` of \`apps/demo\` on ${describeMachine()}: Lighthouse ${VERSION}, its mobile profile, medians of ${RUNS} runs.`,
    markdownTable(rows, [1, 2]),
  ].join('\n\n');
}
