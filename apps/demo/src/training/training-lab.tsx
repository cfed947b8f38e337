'use client';

import { useMemo, useRef, useState } from 'react';
import { type Line, LineChart } from '../charts/line-chart';
import { Button } from '../design/button';
import { Choice } from '../design/choice';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { keepModel } from '../keeping/kept-models';
import { storageProblem } from '../keeping/storage-problem';
import { download } from '../model-files/download';
import { zipFiles } from '../model-files/zip-files';
import { SiteLink } from '../shell/site-link';
import { FiltersView } from './filters-view';
import { readDroppedFiles } from './read-dropped-files';
import { statusWords } from './status-words';
import styles from './training-lab.module.css';
import { useTraining } from './use-training';

type Size = '2000' | '4000' | '8000' | 'files';

/** Name of the network that is trained here, in files and on this device. */
const MODEL_NAME = 'trained-here';

const xOfSteps = { label: 'Steps' };
const yOfLoss = { label: 'Loss' };
const yOfAccuracy = { label: 'Right, %', domain: [0, 100] as const, isPercent: true };

/** Trains a network from nothing, and shows how it learns. */
export function TrainingLab() {
  const { state, start, pause, resume, reset, save } = useTraining();
  const [size, setSize] = useState<Size>('8000');
  const [files, setFiles] = useState<Awaited<ReturnType<typeof readDroppedFiles>>>();
  const [epochs, setEpochs] = useState(8);
  const [seed, setSeed] = useState(1);
  const [problem, setProblem] = useState<string>();
  const [kept, setKept] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { phase, isPaused, recent, epochs: records, started } = state;
  const isRunning = phase === 'making-digits' || phase === 'training';

  const losses: Line[] = useMemo(
    () => [
      { name: 'while it learns', series: 1, points: recent.map(({ step, loss }) => ({ x: step, y: loss })) },
      {
        name: 'held-back digits',
        series: 2,
        points: records.map(({ epoch, validation }) => ({
          x: epoch * started!.stepsPerEpoch,
          y: validation!.loss,
        })),
      },
    ],
    [recent, records, started],
  );
  const accuracies: Line[] = useMemo(
    () => [
      {
        name: 'while it learns',
        series: 1,
        points: recent.map(({ step, accuracy }) => ({ x: step, y: accuracy })),
      },
      {
        name: 'held-back digits',
        series: 2,
        points: records.map(({ epoch, validation }) => ({
          x: epoch * started!.stepsPerEpoch,
          y: validation!.accuracy,
        })),
      },
    ],
    [recent, records, started],
  );

  async function take(list: FileList | null) {
    if (!list || list.length === 0) return;
    try {
      setFiles(await readDroppedFiles([...list]));
      setSize('files');
      setProblem(undefined);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  function begin() {
    setKept(false);
    setProblem(undefined);
    const source =
      size === 'files' && files ? files : ({ kind: 'synthetic', count: Number(size) || 8000 } as const);
    start({ source, epochs, seed });
  }

  async function keep() {
    try {
      await keepModel({ name: MODEL_NAME, title: 'Trained on this page', files: await save(MODEL_NAME) });
      setKept(true);
    } catch (error) {
      setProblem(storageProblem(error, 'The network'));
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files on; a button does the same
    <div
      className={styles.lab}
      data-testid="training"
      data-phase={phase}
      data-paused={isPaused}
      data-steps={state.steps}
      data-accuracy={state.evaluation?.accuracy ?? ''}
      data-seconds={state.seconds ?? ''}
      data-backend={started?.backend ?? ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!isRunning) void take(event.dataTransfer.files);
      }}
    >
      <Panel aria-label="What to learn from" className={styles.controls}>
        <Choice
          label="Digits to learn from"
          value={size}
          onChange={setSize}
          options={[
            { value: '2000', label: '2,000', disabled: isRunning },
            { value: '4000', label: '4,000', disabled: isRunning },
            { value: '8000', label: '8,000', disabled: isRunning },
            ...(files
              ? [
                  {
                    value: 'files' as const,
                    label: `Your files: ${files.training.count.toLocaleString('en')}`,
                    disabled: isRunning,
                  },
                ]
              : []),
          ]}
        />
        <div className={styles.numbers}>
          <label>
            Passes
            <input
              type="number"
              min={1}
              max={50}
              value={epochs}
              disabled={isRunning}
              onChange={(event) => setEpochs(Math.min(50, Math.max(1, Number(event.target.value) || 1)))}
            />
          </label>
          <label>
            Seed
            <input
              type="number"
              min={0}
              max={9999}
              value={seed}
              disabled={isRunning}
              onChange={(event) => setSeed(Math.min(9999, Math.max(0, Number(event.target.value) || 0)))}
            />
          </label>
        </div>
        <div className={styles.buttons}>
          {isRunning ? (
            <Button look="primary" onClick={isPaused ? resume : pause} data-testid="pause">
              {isPaused ? 'Resume' : 'Pause'}
            </Button>
          ) : (
            <Button look="primary" onClick={begin} data-testid="train">
              {phase === 'idle' ? 'Train' : 'Train again'}
            </Button>
          )}
          <Button onClick={reset} disabled={phase === 'idle'} data-testid="reset">
            Reset
          </Button>
          <Button look="quiet" disabled={isRunning} onClick={() => picker.current!.click()}>
            Use MNIST files …
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            data-testid="files"
            onChange={(event) => void take(event.target.files)}
          />
        </div>
        <p className={styles.hint}>
          The digits are made on the spot by a generator of pen strokes. Or drop the four files of MNIST here,
          packed or not: they stay on your device.
        </p>
        {problem !== undefined && <Notice onClose={() => setProblem(undefined)}>{problem}</Notice>}
        {state.failure !== undefined && <Notice kind="failure">It cannot train: {state.failure}</Notice>}
      </Panel>

      <Panel aria-label="How it goes" className={styles.progress}>
        <p className={styles.status} role="status" data-testid="status">
          {statusWords(state)}
        </p>
        <progress className={styles.bar} {...progressOf(state)} aria-label="Progress of the training" />
        <div className={styles.charts}>
          <LineChart
            lines={losses}
            x={xOfSteps}
            y={yOfLoss}
            label={`Loss over steps; ${lastWords(state.recent.at(-1)?.loss.toFixed(3))}`}
          />
          <LineChart
            lines={accuracies}
            x={xOfSteps}
            y={yOfAccuracy}
            label={`Share of digits read right over steps; ${lastWords(percentOf(state.recent.at(-1)?.accuracy))}`}
          />
        </div>
      </Panel>

      <Panel aria-label="Filters" className={styles.filters}>
        <h2>The filters take shape</h2>
        <p className={styles.hint}>
          They begin as noise. Orange weights look for ink, blue ones for its absence; edges and strokes
          appear within the first hundred steps.
        </p>
        <FiltersView filters={state.filters} />
      </Panel>

      {phase === 'finished' && (
        <Panel aria-label="The trained network" className={styles.result}>
          <h2>Yours to use</h2>
          <p>
            It reads <b>{percentOf(state.evaluation!.accuracy)}</b> of{' '}
            {started!.heldBackCount.toLocaleString('en')} digits right that it never learned from.
          </p>
          <div className={styles.buttons}>
            <Button
              data-testid="download"
              onClick={async () => download(`${MODEL_NAME}.zip`, zipFiles(await save(MODEL_NAME)))}
            >
              Download the model folder
            </Button>
            <Button onClick={keep} data-testid="keep" disabled={kept}>
              {kept ? 'Kept on this device' : 'Keep it for the other pages'}
            </Button>
            {kept && <SiteLink path="/layers/">Look inside</SiteLink>}
          </div>
          <p className={styles.hint}>
            The folder goes on in <code>lenet evaluate</code>, <code>lenet export</code> and any TensorFlow.js
            program.
          </p>
        </Panel>
      )}
    </div>
  );
}

function progressOf({ phase, digits, steps, started }: ReturnType<typeof useTraining>['state']) {
  if (phase === 'idle' || phase === 'failed') return { value: 0, max: 1 };
  if (phase === 'making-digits') return { value: digits.done, max: digits.total || 1 };
  return { value: steps, max: started!.epochs * started!.stepsPerEpoch };
}

const percentOf = (share: number | undefined) =>
  share === undefined ? undefined : `${(100 * share).toFixed(1)}\u00a0%`;

const lastWords = (value: string | undefined) => (value === undefined ? 'nothing yet' : `now ${value}`);
