import type { Evaluation } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { RunFolder } from '../run/run-folder.js';

/** One training of one network, as it is kept: a file for each network, seed and settings. */
export interface SeedRecord {
  readonly architecture: string;
  readonly seed: number;
  /** What computed. */
  readonly backend: string;
  /** Of settings, backend and data: what must be the same for it to count. */
  readonly identity: string;
  readonly history: readonly EpochRecord[];
  readonly test: Evaluation;
  /** Of the training, in seconds. */
  readonly seconds: number;
  /** Answer to each test image, in order. */
  readonly predictions: readonly number[];
  /** Of the example image, `0 … 1` for each class. */
  readonly exampleProbabilities: readonly number[];
}

const fields = {
  architecture: 'string',
  seed: 'number',
  backend: 'string',
  identity: 'string',
  history: 'array',
  test: 'object',
  seconds: 'number',
  predictions: 'array',
  exampleProbabilities: 'array',
} as const;

type Wanted = Pick<SeedRecord, 'architecture' | 'seed' | 'identity'>;

/** A quick look with other settings replaces nothing. */
const nameOf = ({ architecture, seed, identity }: Wanted) =>
  `seeds/${architecture}-seed-${seed}-${identity.slice(0, 8)}.json`;

/**
 * What an earlier call kept of this training.
 *
 * @returns undefined where there is nothing
 * @throws {RunFolderError} when the file is damaged
 */
export async function readSeedRecord(folder: RunFolder, wanted: Wanted): Promise<SeedRecord | undefined> {
  const name = nameOf(wanted);
  if (!folder.has(name)) return undefined;
  const record = await folder.readJson<SeedRecord>(name, fields);
  return record.identity === wanted.identity ? record : undefined;
}

export function writeSeedRecord(folder: RunFolder, record: SeedRecord): Promise<void> {
  return folder.writeJson(nameOf(record), record);
}
