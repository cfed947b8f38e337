import type { Evaluation } from '@lenet/core';
import type { EpochRecord } from '@lenet/core/training';
import type { Report } from './messages';

/** What the page shows of a training. */
export interface TrainingState {
  readonly phase: 'idle' | 'making-digits' | 'training' | 'finished' | 'failed';
  readonly isPaused: boolean;
  /** Digits made so far, of `total`. */
  readonly digits: { readonly done: number; readonly total: number };
  readonly started: Omit<Extract<Report, { kind: 'started' }>, 'kind' | 'filters'> | undefined;
  readonly steps: number;
  readonly imagesPerSecond: number;
  /** While it learns, one point a report: steps done, mean over the steps since the point before. */
  readonly recent: readonly (Evaluation & { readonly step: number })[];
  readonly epochs: readonly EpochRecord[];
  readonly filters: Float32Array | undefined;
  readonly evaluation: Evaluation | undefined;
  readonly seconds: number | undefined;
  readonly failure: string | undefined;
}

export const idleTraining: TrainingState = {
  phase: 'idle',
  isPaused: false,
  digits: { done: 0, total: 0 },
  started: undefined,
  steps: 0,
  imagesPerSecond: 0,
  recent: [],
  epochs: [],
  filters: undefined,
  evaluation: undefined,
  seconds: undefined,
  failure: undefined,
};

/** The state after a report of the worker. */
export function afterReport(state: TrainingState, report: Report): TrainingState {
  switch (report.kind) {
    case 'making-digits':
      return { ...state, phase: 'making-digits', digits: { done: report.done, total: report.total } };
    case 'started': {
      const { kind: _kind, filters, ...started } = report;
      return { ...state, phase: 'training', started, filters };
    }
    case 'progress': {
      const { steps, imagesPerSecond, filters, recent } = report;
      return {
        ...state,
        steps,
        imagesPerSecond,
        filters,
        recent: [...state.recent, { ...recent, step: steps }],
      };
    }
    case 'epoch':
      return { ...state, epochs: [...state.epochs, report.record] };
    case 'finished':
      return { ...state, phase: 'finished', evaluation: report.evaluation, seconds: report.seconds };
    case 'saved':
      return state;
    case 'failed':
      return { ...state, phase: 'failed', failure: report.message };
  }
}

/** Whether it is under way; a pause is a part of it. */
export function isRunning({ phase }: TrainingState): boolean {
  return phase === 'making-digits' || phase === 'training';
}
