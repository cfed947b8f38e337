import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Evaluation } from '@lenet/core';
import type { RunConfig } from '../run/run-config.js';

/** What a sweep is: written before its first run, by every shard alike. */
export const SWEEP_FILE = 'sweep-config.json';

/** The settings of a sweep. */
export interface SweepConfig {
  readonly seeds: readonly number[];
  /** Of every run; its seed is that of the first. */
  readonly config: RunConfig;
}

export const sweepConfigFields = { seeds: 'array', config: 'object' } as const;

/** A run of a sweep that is finished. */
export interface SweepRun {
  readonly seed: number;
  readonly test: Evaluation;
  readonly seconds: number;
}

export function isSweepFolder(path: string): boolean {
  return existsSync(join(path, SWEEP_FILE));
}

/** For commands that take one run; undefined where the folder is no sweep's. */
export function explainSweepFolder(path: string): string | undefined {
  if (!isSweepFolder(path)) return undefined;
  const run = readdirSync(path).find((name) => /^seed-\d+$/.test(name)) ?? 'seed-<number>';
  return `"${path}" is the folder of a sweep. Give one of its runs, such as ${join(path, run)}.`;
}

export function seedFolder(path: string, seed: number): string {
  return join(path, `seed-${seed}`);
}

export function isFinished(path: string, seed: number): boolean {
  return existsSync(join(seedFolder(path, seed), 'metrics.json'));
}
