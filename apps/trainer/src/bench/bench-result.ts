import type { EngineBuild } from '@lenet/engine';
import type { Backend } from '../backends/choose-backend.js';

/** What to measure. */
export interface BenchRequest {
  readonly name: Backend['name'];
  /** Of the engine. */
  readonly build?: EngineBuild;
  /** Of the engine. @default the cores */
  readonly threads?: number;
  /** Name of a network. */
  readonly architecture: string;
  /** Longest time for the training steps. */
  readonly seconds: number;
}

/** How fast something classifies. */
export interface ClassifySpeed {
  readonly imagesPerSecond: number;
  /** Calls that were timed. */
  readonly calls: number;
}

/** What was measured of a backend. */
export interface BenchAnswer {
  /** As the learner names itself. */
  readonly description: string;
  /** Median of one training step, in milliseconds. */
  readonly stepMs: number;
  /** Steps that were timed. */
  readonly steps: number;
  /** Calls with one image each. */
  readonly oneImage: ClassifySpeed;
  /** Calls with 1,000 images each. */
  readonly thousandImages: ClassifySpeed;
  /** Share of all cores that other programs used meanwhile, 0 … 1. */
  readonly otherLoad: number;
}

/** A backend, and what was measured of it or why nothing was. */
export type BenchResult = { readonly backend: string } & (
  | BenchAnswer
  | { readonly unavailable: string; readonly remedy?: string | undefined }
);

/** As in the published experiment. */
export const benchTask = { batchSize: 64, images: 60_000, learningRate: 1e-3 } as const;

/** An epoch of training steps, without validation. */
export function epochSeconds({ stepMs }: Pick<BenchAnswer, 'stepMs'>): number {
  return (stepMs / 1000) * (benchTask.images / benchTask.batchSize);
}
