import { Button } from '../design/button';
import { Choice } from '../design/choice';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import type { DroppedFile } from '../models/dropped-files';
import { FileButton } from '../own-files/file-button';
import styles from './training-lab.module.css';
import { isRunning, type TrainingState } from './training-state';

/** What the visitor sets before a training. */
export interface TrainingSettings {
  /** How many synthetic digits, or the visitor's own files. */
  readonly size: '2000' | '4000' | '8000' | 'files';
  readonly epochs: number;
  readonly seed: number;
}

const MOST_EPOCHS = 50;
const MOST_SEED = 9999;

/**
 * What to learn from, for how long; start, pause, reset.
 *
 * @param props.fileCount images in the visitor's files, where they have given some
 */
export function TrainingControls({
  state,
  settings,
  fileCount,
  problem,
  onSettings,
  onFiles,
  onBegin,
  onProblemClosed,
  pause,
  resume,
  reset,
}: {
  readonly state: TrainingState;
  readonly settings: TrainingSettings;
  readonly fileCount: number | undefined;
  readonly problem: string | undefined;
  readonly onSettings: (settings: TrainingSettings) => void;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onBegin: () => void;
  readonly onProblemClosed: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly reset: () => void;
}) {
  const { phase, isPaused, failure } = state;
  const disabled = isRunning(state);
  const set = (part: Partial<TrainingSettings>) => onSettings({ ...settings, ...part });
  return (
    <Panel aria-label="What to learn from" className={styles.controls}>
      <Choice
        label="Digits to learn from"
        value={settings.size}
        onChange={(size) => set({ size })}
        options={[
          { value: '2000', label: '2,000', disabled },
          { value: '4000', label: '4,000', disabled },
          { value: '8000', label: '8,000', disabled },
          ...(fileCount === undefined
            ? []
            : [
                {
                  value: 'files' as const,
                  label: `Your files: ${fileCount.toLocaleString('en')}`,
                  disabled,
                },
              ]),
        ]}
      />
      <div className={styles.numbers}>
        <NumberField
          label="Passes"
          {...{ disabled, min: 1, max: MOST_EPOCHS, value: settings.epochs }}
          onChange={(epochs) => set({ epochs })}
        />
        <NumberField
          label="Seed"
          {...{ disabled, min: 0, max: MOST_SEED, value: settings.seed }}
          onChange={(seed) => set({ seed })}
        />
      </div>
      <div className={layout.row}>
        {disabled ? (
          <Button look="primary" onClick={isPaused ? resume : pause} data-testid="pause">
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
        ) : (
          <Button look="primary" onClick={onBegin} data-testid="train">
            {phase === 'idle' ? 'Train' : 'Train again'}
          </Button>
        )}
        <Button onClick={reset} disabled={phase === 'idle'} data-testid="reset">
          Reset
        </Button>
        <FileButton disabled={disabled} testId="files" onFiles={onFiles}>
          Use MNIST files …
        </FileButton>
      </div>
      <p className={layout.hint}>
        The digits are made on the spot by a generator of pen strokes. Or drop the four files of MNIST here,
        packed or not: they stay on your device.
      </p>
      {problem !== undefined && <Notice onClose={onProblemClosed}>{problem}</Notice>}
      {failure !== undefined && <Notice kind="failure">It cannot train: {failure}</Notice>}
    </Panel>
  );
}

function NumberField({
  label,
  min,
  max,
  value,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}) {
  return (
    <label>
      {label}
      <input
        type="number"
        {...{ min, max, value, disabled }}
        onChange={(event) => onChange(Math.min(max, Math.max(min, Number(event.target.value) || min)))}
      />
    </label>
  );
}
