'use client';

import { useMemo, useState } from 'react';
import layout from '../design/layout.module.css';
import { Panel } from '../design/panel';
import { MadeModelActions } from '../keeping/made-model-actions';
import type { DroppedFile } from '../models/dropped-files';
import { FileDrop } from '../own-files/file-drop';
import { FiltersView } from './filters-view';
import { initialFilters } from './initial-filters';
import { plannedSteps } from './plan';
import { readTrainingFiles } from './read-training-files';
import { TrainingControls, type TrainingSettings } from './training-controls';
import styles from './training-lab.module.css';
import { TrainingProgress } from './training-progress';
import { isRunning } from './training-state';
import { useTraining } from './use-training';

/** Name of the network that is trained here, in files and on this device. */
const MODEL_NAME = 'trained-here';

/** Trains a network from nothing, and shows how it learns. */
export function TrainingLab() {
  const { state, start, pause, resume, reset, save } = useTraining();
  const [settings, setSettings] = useState<TrainingSettings>({ size: '8000', epochs: 8, seed: 1 });
  const [files, setFiles] = useState<Awaited<ReturnType<typeof readTrainingFiles>>>();
  const [problem, setProblem] = useState<string>();
  const { phase, started, evaluation } = state;
  const { size, epochs, seed } = settings;
  const count = size === 'files' && files ? files.training.count : Number(size);
  const filtersBefore = useMemo(() => initialFilters(seed), [seed]);

  async function take(dropped: readonly DroppedFile[]) {
    if (isRunning(state)) return;
    try {
      setFiles(await readTrainingFiles(dropped));
      setSettings((old) => ({ ...old, size: 'files' }));
      setProblem(undefined);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  function begin() {
    setProblem(undefined);
    const { size, epochs, seed } = settings;
    const source = size === 'files' && files ? files : ({ kind: 'synthetic', count: Number(size) } as const);
    start({ source, epochs, seed });
  }

  return (
    <div
      className={styles.lab}
      data-testid="training"
      data-phase={phase}
      data-paused={state.isPaused}
      data-steps={state.steps}
      data-accuracy={evaluation?.accuracy ?? ''}
      data-seconds={state.seconds ?? ''}
      data-backend={started?.backend ?? ''}
    >
      <TrainingControls
        {...{ state, settings, problem, pause, resume, reset }}
        fileCount={files?.training.count}
        onSettings={setSettings}
        onFiles={take}
        onBegin={begin}
        onProblemClosed={() => setProblem(undefined)}
      />
      <TrainingProgress state={state} plannedSteps={plannedSteps(count, epochs)} />
      <Panel aria-labelledby="filters" className={layout.stack}>
        <h2 id="filters">The filters take shape</h2>
        <p className={layout.hint}>
          They begin as noise. Orange weights look for ink, blue ones for its absence; edges and strokes
          appear within the first hundred steps.
        </p>
        <FiltersView filters={state.filters ?? filtersBefore} />
      </Panel>
      {phase === 'finished' && (
        <Panel aria-labelledby="trained" className={styles.result}>
          <h2 id="trained">Yours to use</h2>
          <p>
            It reads <b>{(100 * evaluation!.accuracy).toFixed(1)}&nbsp;%</b> of{' '}
            {started!.heldBackCount.toLocaleString('en')} digits right that it never learned from.
          </p>
          <MadeModelActions name={MODEL_NAME} title="Trained on this page" save={save} />
          <p className={layout.hint}>
            On the other pages it is in the list of networks from then on, on this device only. The folder
            that you download goes on in <code>lenet evaluate</code>, <code>lenet export</code> and any
            TensorFlow.js program.
          </p>
        </Panel>
      )}
      <FileDrop onFiles={take}>Drop the files of MNIST, packed or not, to learn from them.</FileDrop>
    </div>
  );
}
