import type { TrainingState } from './training-state';

/** Where a training stands, in one sentence. It changes once a pass, so that it can be read aloud. */
export function statusWords(state: TrainingState): string {
  const { phase, isPaused, epochs, started, seconds, evaluation } = state;
  const percent = (share: number) => `${(100 * share).toFixed(1)}\u00a0%`;
  switch (phase) {
    case 'idle':
      return 'Nothing learned yet: it would guess one digit in ten.';
    case 'making-digits':
      return isPaused ? 'Paused.' : 'Making digits …';
    case 'training': {
      const pass = `pass ${Math.min(epochs.length + 1, started!.epochs)} of ${started!.epochs}`;
      const last = epochs.at(-1)?.validation;
      const words = last ? `, ${percent(last.accuracy)} of the held-back digits right` : '';
      return isPaused ? `Paused in ${pass}${words}.` : `Learning: ${pass}${words}.`;
    }
    case 'finished':
      return `Done in ${seconds!.toFixed(1)} s: ${percent(evaluation!.accuracy)} of the held-back digits right.`;
    case 'failed':
      return 'Stopped.';
  }
}
