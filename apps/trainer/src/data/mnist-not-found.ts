import { type DataAttempt, DataError } from './data-error.js';
import type { DataNotice } from './data-notice.js';
import { fileRoles, type PublishedFiles } from './published-files.js';

/** The end of `--data mnist` where no place has it. */
export function mnistNotFound(attempts: readonly DataAttempt[], published: PublishedFiles): DataError {
  const names = fileRoles.map((role) => `${published[role].name}.gz`).join(', ');
  return new DataError({
    subject: 'MNIST',
    reason: 'expected its four files in LENET_DATA_DIR, in the cache or at a mirror, found them nowhere',
    remedy: `Connect to the internet, or put ${names} into a folder and set LENET_DATA_DIR to it. "--data synthetic" needs no files.`,
    attempts,
  });
}

/** What `--data auto` says in the same case. */
export function syntheticInstead(attempts: readonly DataAttempt[]): DataNotice {
  return {
    kind: 'synthetic-instead',
    title: 'Not MNIST: synthetic digits instead',
    lines: [
      'MNIST could not be had:',
      ...attempts.map(({ source, reason }) => `- ${source}: ${reason}`),
      '',
      'Figures of this run say nothing about MNIST. For MNIST, connect to the internet, or set LENET_DATA_DIR to a folder with its four files. "--data mnist" never uses synthetic digits.',
    ],
  };
}
