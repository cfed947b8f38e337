// `lenet doctor`: this machine -> what works, what does not, and what to do about it.
import { fileURLToPath } from 'node:url';
import { defaultCacheFolder } from '../data/cache-folder.js';
import { backendChecks, backendOfAuto } from '../doctor/backend-checks.js';
import type { Check, CheckResult } from '../doctor/check.js';
import { dataChecks, dataOfAuto } from '../doctor/data-checks.js';
import { folderChecks } from '../doctor/folder-checks.js';
import { machineChecks } from '../doctor/machine-checks.js';
import type { AskProbe } from '../doctor/probe-request.js';
import { renderResult } from '../doctor/render-result.js';
import { runCheck } from '../doctor/run-check.js';
import { terminalCheck } from '../doctor/terminal-check.js';
import { TrainingImpossibleError } from '../doctor/training-impossible-error.js';
import { webAssemblyChecks } from '../doctor/web-assembly-checks.js';
import { askProcess } from '../processes/ask-process.js';
import { createPaint, wantsColour } from '../terminal/paint.js';
import { showsUnicode } from '../terminal/unicode.js';
import { trainerVersion } from '../trainer-version.js';

/** Options as commander gives them. */
export interface DoctorCommandOptions {
  out: string;
  /** In seconds. */
  timeout: number;
  json?: boolean;
}

/** A check may need a little longer than the process that it asks. */
const MARGIN_MS = 2000;

const probe = fileURLToPath(new URL('../doctor/probe.js', import.meta.url));

/** @throws {TrainingImpossibleError} when nothing can be trained here */
export async function runDoctorCommand({ out, timeout, json }: DoctorCommandOptions): Promise<void> {
  const timeoutMs = timeout * 1000;
  const ask: AskProbe = (request) => askProcess(probe, request, { timeoutMs });
  const cacheFolder = defaultCacheFolder(process.env);
  const environmentFolder = process.env.LENET_DATA_DIR;
  const checks: Check[] = [
    ...machineChecks,
    ...webAssemblyChecks,
    ...backendChecks(ask),
    ...dataChecks(ask, { environmentFolder, cacheFolder }),
    ...folderChecks(ask, { runsFolder: out, cacheFolder }),
    terminalCheck,
  ];
  const show = json ? () => {} : createDisplay(checks);
  const results: CheckResult[] = [];
  // One after another: what is timed is timed alone.
  for (const check of checks) {
    const result = await runCheck(check, { timeoutMs: timeoutMs + MARGIN_MS });
    results.push(result);
    show(result);
  }
  const backend = backendOfAuto(results);
  const inTheWay = [
    ...results.filter(({ isRequired, status }) => isRequired && status === 'bad').map(({ title }) => title),
    ...(backend === undefined ? ['Backends'] : []),
  ];
  if (json) {
    const canTrain = inTheWay.length === 0;
    process.stdout.write(
      `${JSON.stringify({ lenet: trainerVersion, canTrain, backend: backend ?? null, checks: results })}\n`,
    );
  }
  if (inTheWay.length > 0) throw new TrainingImpossibleError(inTheWay);
  if (!json) {
    process.stdout.write(
      `\nReady: "lenet train" computes on backend "${backend}", with ${dataOfAuto(results)}.\n`,
    );
  }
}

function createDisplay(checks: readonly Check[]): (result: CheckResult) => void {
  const { columns = 100 } = process.stdout;
  const options = {
    paint: createPaint(wantsColour(process.stdout, process.env)),
    hasUnicode: showsUnicode(process.env, process.platform),
    width: Math.min(columns, 110),
    titleWidth: Math.max(...checks.map(({ title }) => title.length)),
  };
  let section: string | undefined;
  return (result) => {
    if (result.section !== section) {
      process.stdout.write(`${section === undefined ? '' : '\n'}${options.paint.bold(result.section)}\n`);
      section = result.section;
    }
    process.stdout.write(renderResult(result, options));
  };
}
