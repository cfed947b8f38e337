import { useMemo } from 'react';
import { type Line, LineChart } from '../charts/line-chart';
import layout from '../design/layout.module.css';
import { Panel } from '../design/panel';
import { statusWords } from './status-words';
import styles from './training-lab.module.css';
import type { TrainingState } from './training-state';

/** A guess among ten has a loss of ln 10: 2.3. */
const yOfLoss = { label: 'Loss', domain: [0, 2.4] as const };
const yOfAccuracy = { label: 'Right, %', domain: [0, 100] as const, isPercent: true };

/**
 * How far it is, and how loss and accuracy go.
 *
 * @param props.plannedSteps of a training as it is set now, for the axes before it begins
 */
export function TrainingProgress({
  state,
  plannedSteps,
}: {
  readonly state: TrainingState;
  readonly plannedSteps: number;
}) {
  const { started } = state;
  const steps = started ? started.epochs * started.stepsPerEpoch : plannedSteps;
  const xOfSteps = useMemo(() => ({ label: 'Steps', domain: [0, steps] as const }), [steps]);
  const losses = useLines(state, 'loss');
  const accuracies = useLines(state, 'accuracy');
  const last = state.recent.at(-1);
  return (
    <Panel aria-label="How it goes" className={layout.stack}>
      <p className={styles.status} role="status" data-testid="status">
        {statusWords(state)}
      </p>
      <progress className={styles.bar} {...progressOf(state)} aria-label="Progress of the training" />
      <div className={styles.charts}>
        <LineChart
          lines={losses}
          x={xOfSteps}
          y={yOfLoss}
          label={`Loss over steps; ${last ? `now ${last.loss.toFixed(3)}` : 'nothing yet'}`}
        />
        <LineChart
          lines={accuracies}
          x={xOfSteps}
          y={yOfAccuracy}
          label={`Share of digits read right over steps; ${last ? `now ${(100 * last.accuracy).toFixed(1)}\u00a0%` : 'nothing yet'}`}
        />
      </div>
      <p className={layout.hint}>
        The loss tells how surprised the network is by the right answers: 2.3 is a guess among ten, 0 is
        certainty. It never learns from the held-back digits; they show how it reads what it has not seen.
      </p>
    </Panel>
  );
}

/** Of the digits that it learns from, report by report, and of those held back, pass by pass. */
function useLines({ recent, epochs, started }: TrainingState, figure: 'loss' | 'accuracy'): readonly Line[] {
  return useMemo(
    () => [
      {
        name: 'while it learns',
        series: 1,
        points: recent.map((each) => ({ x: each.step, y: each[figure] })),
      },
      {
        name: 'held-back digits',
        series: 2,
        points: epochs.map(({ epoch, validation }) => ({
          x: epoch * started!.stepsPerEpoch,
          y: validation![figure],
        })),
      },
    ],
    [recent, epochs, started, figure],
  );
}

function progressOf({ phase, digits, steps, started }: TrainingState) {
  if (phase === 'idle' || phase === 'failed') return { value: 0, max: 1 };
  if (phase === 'making-digits') return { value: digits.done, max: digits.total || 1 };
  return { value: steps, max: started!.epochs * started!.stepsPerEpoch };
}
