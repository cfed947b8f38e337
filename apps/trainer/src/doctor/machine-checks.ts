import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, freemem, release, totalmem } from 'node:os';
import { sizeText } from '../commands/size-text.js';
import { countedText } from '../report/number-text.js';
import { trainerVersion } from '../trainer-version.js';
import { grantedCores, type ReadSystemFile } from './cgroup-limits.js';
import type { Check, Finding } from './check.js';

const section = 'Machine';
const OLDEST_NODE = 20;
/** Most that `lenet train` was seen to hold, with MNIST and the report. */
const TRAINING_BYTES = 380e6;

/** Node, system, processor and memory. */
export const machineChecks: readonly Check[] = [
  { id: 'node', section, title: 'Node', isRequired: true, find: () => findNode(process.versions.node) },
  {
    id: 'platform',
    section,
    title: 'System',
    find: () => ({
      status: 'good',
      summary: `${process.platform}-${process.arch}, release ${release()}`,
      details: {
        platform: process.platform,
        architecture: process.arch,
        release: release(),
        lenet: trainerVersion,
      },
    }),
  },
  {
    id: 'processor',
    section,
    title: 'Processor',
    find: () =>
      findProcessor({
        model: cpus()[0]?.model.trim() || 'unknown model',
        cores: cpus().length,
        usableCores: availableParallelism(),
        grantedCores: grantedCores(readSystemFile),
      }),
  },
  {
    id: 'memory',
    section,
    title: 'Memory',
    find: () => findMemory({ totalBytes: totalmem(), freeBytes: freemem(), grantedBytes: grantedMemory() }),
  },
];

export function findNode(version: string): Finding {
  const details = { version };
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return { status: 'good', summary: version, details };
  return {
    status: 'bad',
    summary: `expected ${OLDEST_NODE} or later, got ${version}`,
    remedy: 'Install a newer Node, for example from https://nodejs.org.',
    details,
  };
}

/** @param machine.usableCores those that the system lets this process run on */
export function findProcessor(machine: {
  model: string;
  cores: number;
  usableCores: number;
  grantedCores: number | undefined;
}): Finding {
  const { model, cores, usableCores, grantedCores } = machine;
  const usable = usableCores < cores ? `, ${usableCores} of them for this process` : '';
  const summary = `${model}, ${countedText(cores, 'core')}${usable}`;
  if (grantedCores === undefined || grantedCores >= usableCores) {
    return { status: 'good', summary, details: { ...machine, grantedCores: grantedCores ?? null } };
  }
  return {
    status: 'note',
    summary: `${summary}; its control group grants the time of ${Number(grantedCores.toFixed(2))}`,
    remedy: `More threads than that only wait for each other: train with --threads ${Math.max(1, Math.floor(grantedCores))}.`,
    details: machine,
  };
}

/**
 * @param machine.grantedBytes by the control group; undefined where it grants all
 */
export function findMemory(machine: {
  totalBytes: number;
  freeBytes: number;
  grantedBytes: number | undefined;
}): Finding {
  const { totalBytes, freeBytes, grantedBytes } = machine;
  const granted = grantedBytes === undefined ? '' : `; its control group grants ${sizeText(grantedBytes)}`;
  const summary = `${sizeText(totalBytes)}, ${sizeText(freeBytes)} free${granted}`;
  const details = { totalBytes, freeBytes, grantedBytes: grantedBytes ?? null };
  if (Math.min(freeBytes, grantedBytes ?? freeBytes) >= TRAINING_BYTES) {
    return { status: 'good', summary, details };
  }
  return {
    status: 'note',
    summary,
    remedy: `Training on MNIST takes ${sizeText(TRAINING_BYTES)}: close other programs, or train on fewer images with --train-images.`,
    details,
  };
}

/** 0, or more than there is, stands for no limit. */
function grantedMemory(): number | undefined {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : undefined;
}

const readSystemFile: ReadSystemFile = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
