import type { Backend } from '../backends/choose-backend.js';
import { ProcessError } from '../processes/process-error.js';
import type { Check, CheckResult, Finding } from './check.js';
import type { BackendAnswer, BackendRequest } from './probe-backend.js';
import type { AskProbe } from './probe-request.js';

const section = 'Backends';

/** Each is loaded in a process of its own and trains LeNet for some steps. */
export function backendChecks(ask: AskProbe): Check[] {
  const check = (title: string, request: BackendRequest, isOptional = false): Check => ({
    id: `backend-${title.replace(' ', '-')}`,
    section,
    title,
    find: () => findBackend(ask, request, isOptional),
  });
  return [
    check('engine', { name: 'engine', build: 'strict' }),
    check('engine relaxed', { name: 'engine', build: 'relaxed' }, true),
    check('node', { name: 'node' }, true),
    check('wasm', { name: 'wasm' }),
    check('cpu', { name: 'cpu' }),
  ];
}

/** @returns the backend that `--backend auto` takes; undefined where none of those works */
export function backendOfAuto(results: readonly CheckResult[]): Backend['name'] | undefined {
  return (['engine', 'wasm', 'cpu'] as const).find((name) =>
    results.some(({ id, status }) => id === `backend-${name}` && status === 'good'),
  );
}

async function findBackend(ask: AskProbe, request: BackendRequest, isOptional: boolean): Promise<Finding> {
  try {
    const answer = await ask<BackendAnswer>({ kind: 'backend', ...request });
    const { backend, loadMs, stepMs } = answer;
    return {
      status: 'good',
      summary: `${backend}: ready in ${timeText(loadMs)}, a step of 64 images in ${timeText(stepMs)}`,
      details: { ...answer },
    };
  } catch (error) {
    // Those have a remedy that lack something; what crashes has none.
    if (!isOptional || !(error instanceof ProcessError) || error.remedy === undefined) throw error;
    return { status: 'note', summary: error.reason, remedy: error.remedy };
  }
}

function timeText(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Number(milliseconds.toPrecision(2))} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
