// `lenet bench`: each backend in a process of its own -> a table of times.
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { BackendUnavailableError } from '../backends/backend-unavailable-error.js';
import type { Backend } from '../backends/choose-backend.js';
import { type BenchRequest, type BenchResult, benchTask, epochSeconds } from '../bench/bench-result.js';
import { renderBench } from '../bench/render-bench.js';
import { askProcess } from '../processes/ask-process.js';
import { ProcessError } from '../processes/process-error.js';
import { countedText, countText } from '../report/number-text.js';
import { trainerVersion } from '../trainer-version.js';

/** Options as commander gives them. */
export interface BenchCommandOptions {
  backend: 'all' | Backend['name'];
  architecture: string;
  seconds: number;
  threads?: number;
  json?: boolean;
}

/** What starting and slow machines may add. */
const MARGIN_MS = 120_000;

const measure = fileURLToPath(new URL('../bench/measure.js', import.meta.url));

/** @throws {BackendUnavailableError} when no backend that was asked for could be measured */
export async function runBenchCommand(options: BenchCommandOptions): Promise<void> {
  const { backend, architecture, seconds, threads, json } = options;
  const chosen = contestants.filter(({ name }) => backend === 'all' || name === backend);
  const results: BenchResult[] = [];
  for (const { title, ...request } of chosen) {
    process.stderr.write(`measuring ${title} ...\n`);
    const isEngine = request.name === 'engine';
    const full = { ...request, architecture, seconds, ...(isEngine && threads && { threads }) };
    results.push({ backend: title, ...(await measureOrExplain(full)) });
  }
  requireOne(results, backend);
  const machine = {
    node: process.versions.node,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
  };
  if (json) {
    const described = results.map((result) =>
      'stepMs' in result ? { ...result, epochSeconds: epochSeconds(result) } : result,
    );
    const { batchSize, images } = benchTask;
    process.stdout.write(
      `${JSON.stringify({ lenet: trainerVersion, ...machine, architecture, batchSize, images, results: described })}\n`,
    );
    return;
  }
  process.stdout.write(
    `${architecture}, batches of ${benchTask.batchSize}, an epoch of ${countText(benchTask.images)} synthetic digits\n` +
      `Node ${machine.node}, ${machine.cpu}, ${countedText(machine.cores, 'core')}\n\n${renderBench(results)}`,
  );
}

const contestants: readonly (Pick<BenchRequest, 'name' | 'build'> & { title: string })[] = [
  { title: 'engine', name: 'engine', build: 'strict' },
  { title: 'engine relaxed', name: 'engine', build: 'relaxed' },
  { title: 'node', name: 'node' },
  { title: 'wasm', name: 'wasm' },
  { title: 'cpu', name: 'cpu' },
];

async function measureOrExplain(request: BenchRequest) {
  try {
    return await askProcess<Omit<Extract<BenchResult, { stepMs: number }>, 'backend'>>(measure, request, {
      // A slow backend makes some steps more than it has time for.
      timeoutMs: request.seconds * 4000 + MARGIN_MS,
    });
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    return { unavailable: error.reason, remedy: error.remedy };
  }
}

function requireOne(results: readonly BenchResult[], backend: string): void {
  const [first] = results;
  if (!('unavailable' in first) || results.some((result) => 'stepMs' in result)) return;
  throw new BackendUnavailableError({
    backend,
    reason: first.unavailable,
    remedy: first.remedy ?? '"lenet doctor" looks at every backend.',
  });
}
