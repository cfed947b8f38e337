import { join, resolve } from 'node:path';
import type { Check, CheckResult, Finding } from './check.js';
import type { DataAnswer } from './probe-data.js';
import type { AskProbe } from './probe-request.js';

const section = 'Data';

/** Where `--data auto` looks for MNIST on this machine. */
export function dataChecks(
  ask: AskProbe,
  places: { readonly environmentFolder: string | undefined; readonly cacheFolder: string },
): Check[] {
  const { environmentFolder, cacheFolder } = places;
  return [
    {
      id: 'data-folder',
      section,
      title: 'LENET_DATA_DIR',
      // Where it is set, nothing else is taken in its place.
      isRequired: true,
      async find() {
        if (!environmentFolder) return { status: 'good', summary: 'not set', details: { folder: null } };
        const folder = resolve(environmentFolder);
        return findGiven(folder, await ask<DataAnswer>({ kind: 'data', folder }));
      },
    },
    {
      id: 'data-cache',
      section,
      title: 'Cache',
      async find() {
        const folder = join(cacheFolder, 'mnist');
        return findCached(folder, await ask<DataAnswer>({ kind: 'data', folder }));
      },
    },
  ];
}

/** What `lenet train` trains on, as the end of a sentence. */
export function dataOfAuto(results: readonly CheckResult[]): string {
  const holdsMnist = (id: string) =>
    results.some((result) => result.id === id && result.status === 'good' && result.details?.files);
  if (holdsMnist('data-folder')) return 'MNIST from LENET_DATA_DIR';
  if (holdsMnist('data-cache')) return 'MNIST from the cache';
  return 'MNIST from a download, or synthetic digits where that fails';
}

/** @param folder that `LENET_DATA_DIR` names */
export function findGiven(folder: string, answer: DataAnswer): Finding {
  const { kind, files } = answer;
  const details = { folder, files };
  const remedy = 'Set it to a folder with the four files of MNIST, whole, or unset it.';
  if (kind !== 'folder') {
    const found = kind === 'file' ? 'got a file' : 'found nothing of that name';
    return { status: 'bad', summary: `${folder}: expected a folder, ${found}`, remedy, details };
  }
  const problems = describeProblems(answer);
  if (problems === undefined) return { status: 'good', summary: `${folder}: MNIST, whole`, details };
  return { status: 'bad', summary: `${folder}: ${problems}`, remedy, details };
}

export function findCached(folder: string, answer: DataAnswer): Finding {
  const { kind, files } = answer;
  const details = { folder, files };
  if (files.every(({ state }) => state === 'missing')) {
    const isFile = kind === 'file';
    return {
      status: 'note',
      summary: `${folder}: ${isFile ? 'expected a folder, got a file' : 'nothing yet'}`,
      remedy: isFile
        ? 'Remove it, or set LENET_CACHE_DIR to another folder.'
        : '"lenet data fetch" downloads MNIST (11.6 MB), and so does "lenet train" when it needs it.',
      // Nothing was found, which is not the same as files that are missing.
      details: { folder, files: [] },
    };
  }
  const problems = describeProblems(answer);
  if (problems === undefined) return { status: 'good', summary: `${folder}: MNIST, whole`, details };
  return {
    status: 'note',
    summary: `${folder}: ${problems}`,
    remedy: '"lenet data fetch" fetches again what is missing or damaged.',
    details,
  };
}

function describeProblems({ files }: DataAnswer): string | undefined {
  const problems = files.flatMap(({ name, state, reason }) => {
    if (state === 'whole') return [];
    return [state === 'missing' ? `${name} is missing` : `${name} is damaged (${reason})`];
  });
  return problems.length === 0 ? undefined : problems.join('; ');
}
