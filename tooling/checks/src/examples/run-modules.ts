// Runs modules one after another in this process, and writes down which of them failed.
// Arguments: a JSON file with the modules, and a file for the failures. See check-examples.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface ExampleFailure {
  /** Of the example. */
  readonly index: number;
  /** Line of its code where it failed, counted from 0; 0 where that is not known. */
  readonly line: number;
  readonly message: string;
}

const TIMEOUT_MS = 180_000;

const [listPath, failuresPath] = process.argv.slice(2);
const modules: { index: number; path: string }[] = JSON.parse(readFileSync(listPath, 'utf8'));
const failures: ExampleFailure[] = [];

process.setSourceMapsEnabled(true);
for (const method of ['log', 'info', 'warn', 'error', 'table', 'debug'] as const) console[method] = () => {};

for (const { index, path } of modules) {
  let rejectRun: (reason: unknown) => void = () => {};
  const onRejection = (reason: unknown) => rejectRun(reason);
  process.on('unhandledRejection', onRejection);
  try {
    await new Promise((resolve, reject) => {
      rejectRun = reject;
      setTimeout(reject, TIMEOUT_MS, new Error(`it did not end within ${TIMEOUT_MS / 1000} s`)).unref();
      // A turn later, so that what it left to reject is counted to it.
      import(pathToFileURL(path).href).then(() => setImmediate(resolve), reject);
    });
  } catch (error) {
    failures.push({ index, line: lineOf(error, path), message: String(error) });
  }
  process.off('unhandledRejection', onRejection);
}
writeFileSync(failuresPath, JSON.stringify(failures));
// An example may leave timers or workers behind.
process.exit(0);

/** From the stack, which source maps lead back to the TypeScript; one line is before the code. */
function lineOf(error: unknown, path: string): number {
  const source = basename(path, '.js');
  const found = new RegExp(`${source}\\.ts:(\\d+)`).exec((error as Error | undefined)?.stack ?? '');
  return found ? Number(found[1]) - 2 : 0;
}
