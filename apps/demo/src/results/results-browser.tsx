'use client';

import type { LabelledImages } from '@lenet/core';
import { useMemo, useState } from 'react';
import type { DroppedFile } from '../models/dropped-files';
import { FileDrop } from '../own-files/file-drop';
import { readIdxPair } from '../own-files/read-idx-pair';
import { ClassesPanel } from './classes-panel';
import { ComparisonPanel } from './comparison-panel';
import { ConfusionPanel } from './confusion-panel';
import { matricesOf } from './matrices-of';
import { readRunFolder, type VisitorsRun } from './read-run-folder';
import type { Cell, RecordedRun } from './recorded-run';
import recorded from './recorded-runs.json';
import styles from './results-browser.module.css';
import { useGivenAnswers } from './use-given-answers';

const recordedRuns = recorded.runs as readonly RecordedRun[];

/** The recorded runs and the visitor's own: curves, figures, and what is taken for what. */
export function ResultsBrowser() {
  const [own, setOwn] = useState<VisitorsRun>();
  const [images, setImages] = useState<LabelledImages>();
  const [chosen, setChosen] = useState('lenet-report');
  /** Which matrix; undefined for the last. */
  const [step, setStep] = useState<number>();
  const [cell, setCell] = useState<Cell>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const runs = useMemo(() => (own ? [...recordedRuns, own.run] : recordedRuns), [own]);
  const run = runs.find(({ recipe }) => recipe === chosen) ?? runs[0];
  const given = useGivenAnswers(images, run, run === own?.run ? own : undefined, setProblem);
  const matrices = useMemo(() => matricesOf(run, given), [run, given]);
  const shownStep = Math.min(step ?? matrices.length - 1, matrices.length - 1);

  async function take(files: readonly DroppedFile[]) {
    setBusy(true);
    setProblem(undefined);
    try {
      const pair = await readIdxPair(files, (name) => /t10k|test/i.test(name));
      const hasRun = files.some(({ path }) => /(^|\/)(metrics\.json|history\.csv)$/.test(path));
      if (!pair && !hasRun) {
        throw new Error(
          'Expected the folder of a run of "lenet train", or the test images of MNIST with their labels (t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; .gz too).',
        );
      }
      if (hasRun) {
        setOwn(await readRunFolder(files));
        setChosen('your run');
      }
      if (pair) {
        setImages(pair.images);
        setCell((old) => old ?? { actual: 4, predicted: 9 });
      }
      setStep(undefined);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div
      className={styles.results}
      data-testid="results"
      data-run={run.recipe}
      data-images={given?.labels.length ?? 0}
    >
      <ComparisonPanel runs={runs} attribution={recorded.attribution} />
      <ConfusionPanel
        {...{ runs, run, matrices, images, given, cell, problem, isBusy }}
        step={shownStep}
        onStep={setStep}
        onRun={(recipe) => {
          setChosen(recipe);
          setStep(undefined);
        }}
        onCell={setCell}
        onFiles={take}
        onProblemClosed={() => setProblem(undefined)}
      />
      <ClassesPanel shown={matrices[shownStep]} />
      <FileDrop onFiles={take}>
        Drop the folder of a run, or the test files of MNIST, to see them here.
      </FileDrop>
    </div>
  );
}
