import type { BackendChoice } from '../backends/backend-choices.js';

/** Every setting of a run, resolved: what `config.json` holds and a resume starts from. */
export interface RunConfig {
  readonly recipe: 'lenet-report';
  /** `auto`, `mnist`, `synthetic` or a folder. */
  readonly data: string;
  readonly epochs: number;
  /** Images per step. */
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Images split from the training set; absent: a twelfth of them, 5,000 at most. */
  readonly validationImages?: number;
  /** Use only the first so many; absent: all. */
  readonly trainImages?: number;
  /** Use only the first so many; absent: all. */
  readonly testImages?: number;
  readonly backend: BackendChoice;
}

/** What `config.json` must hold for a resume. */
export const runConfigFields = {
  recipe: 'string',
  data: 'string',
  epochs: 'number',
  batchSize: 'number',
  learningRate: 'number',
  seed: 'number',
  backend: 'string',
} as const;

/** Images that are split from a training set of `trainingCount` to validate with. */
export function validationCount(config: Pick<RunConfig, 'validationImages'>, trainingCount: number): number {
  return config.validationImages ?? Math.min(5000, Math.floor(trainingCount / 12));
}
