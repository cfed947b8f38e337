'use client';

import type { LabelledImages } from '@lenet/core';
import { useMemo, useRef, useState } from 'react';
import { type Line, LineChart } from '../charts/line-chart';
import { Button } from '../design/button';
import { Choice } from '../design/choice';
import { DataTable } from '../design/data-table';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import { type DroppedFile, readDroppedFiles } from '../models/dropped-files';
import { publishedModels } from '../models/published-models';
import { readIdxPair } from '../training/read-dropped-files';
import { CellImages } from './cell-images';
import { classFigures } from './class-figures';
import { ConfusionTable } from './confusion-table';
import { predictImages } from './predict-images';
import { readRunFolder, type VisitorsRun } from './read-run-folder';
import type { RecordedRun } from './recorded-run';
import recorded from './recorded-runs.json';
import styles from './results-browser.module.css';

const recordedRuns = recorded.runs as readonly RecordedRun[];
const percent = (share: number, digits = 2) =>
  Number.isNaN(share) ? '–' : `${(100 * share).toFixed(digits)}\u00a0%`;

const xOfEpochs = { label: 'Epoch' };
const yOfLoss = { label: 'Loss' };
const yOfAccuracy = { label: 'Right, %', isPercent: true };

/** The recorded runs and the visitor's own: curves, figures, and what is taken for what. */
export function ResultsBrowser() {
  const [own, setOwn] = useState<VisitorsRun>();
  const [images, setImages] = useState<{ images: LabelledImages; predicted: Uint8Array; by: string }>();
  const [chosen, setChosen] = useState(recordedRuns[1].recipe);
  const [step, setStep] = useState<number>();
  const [cell, setCell] = useState<{ actual: number; predicted: number }>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const runs = useMemo(() => (own ? [...recordedRuns, own.run] : recordedRuns), [own]);
  const run = runs.find(({ recipe }) => recipe === chosen) ?? runs[0];

  /** The matrices there are: one for each epoch, of the images held out, and that of the test. */
  const matrices = useMemo(
    () => [
      ...run.history.flatMap(({ epoch, validation }) =>
        validation?.confusionMatrix
          ? [
              {
                name: `After epoch ${epoch}, on ${run.validationCount.toLocaleString('en')} images held out`,
                accuracy: validation.accuracy,
                matrix: validation.confusionMatrix,
              },
            ]
          : [],
      ),
      {
        name: `At the end, on ${run.testCount.toLocaleString('en')} test images`,
        accuracy: run.test.accuracy,
        matrix: run.test.confusionMatrix,
      },
    ],
    [run],
  );
  const shown = matrices[Math.min(step ?? matrices.length - 1, matrices.length - 1)];

  const lines = (pick: (epoch: RecordedRun['history'][number]) => number | undefined): Line[] =>
    runs.map(({ recipe, history }, index) => ({
      name: recipe,
      series: ((index % 5) + 1) as Line['series'],
      points: history.flatMap((each) => {
        const y = pick(each);
        return y === undefined ? [] : [{ x: each.epoch, y }];
      }),
    }));
  const losses = useMemo(() => lines(({ validation }) => validation?.loss), [runs]);
  const accuracies = useMemo(() => lines(({ validation }) => validation?.accuracy), [runs]);

  async function take(files: readonly DroppedFile[]) {
    setBusy(true);
    setProblem(undefined);
    try {
      const pair = await readIdxPair(
        files.map(({ file }) => file).filter(({ name }) => /t10k|test/i.test(name)),
      );
      const hasRun = files.some(({ path }) => /(^|\/)(metrics\.json|history\.csv)$/.test(path));
      if (!pair && !hasRun) {
        throw new Error(
          'Expected the folder of a run of "lenet train", or the test images of MNIST with their labels (t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; .gz too).',
        );
      }
      const folder = hasRun ? await readRunFolder(files) : own;
      if (hasRun) {
        setOwn(folder);
        setChosen('your run');
        setStep(undefined);
      }
      if (pair) await showImages(pair.images, folder);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  }

  /** By the answers of the visitor's run where they are of these images, else by those of the published network. */
  async function showImages(given: LabelledImages, folder: VisitorsRun | undefined) {
    const answers = folder?.predictions;
    const isOfThese =
      answers?.actual.length === given.count &&
      answers.actual.every((label, index) => label === given.labels[index]);
    setImages({
      images: given,
      predicted: isOfThese ? answers.predicted : await predictImages(given),
      by: isOfThese ? 'your run' : publishedModels[0].name,
    });
    setCell((old) => old ?? { actual: 4, predicted: 9 });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop files on; a button does the same
    <div
      className={styles.results}
      data-testid="results"
      data-run={run.recipe}
      data-images={images?.images.count ?? 0}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void readDroppedFiles(event.dataTransfer).then(take);
      }}
    >
      <Panel aria-labelledby="comparison" className={styles.panel}>
        <h2 id="comparison">Side by side</h2>
        <DataTable
          caption="The networks compared"
          rows={runs}
          rowKey={({ recipe }) => recipe}
          columns={[
            { heading: 'Network', cell: ({ recipe }) => recipe },
            {
              heading: 'Weights',
              cell: ({ parameters }) => parameters?.toLocaleString('en') ?? '–',
              isNumber: true,
            },
            { heading: 'Epochs', cell: ({ history }) => history.length, isNumber: true },
            { heading: 'Test images right', cell: ({ test }) => percent(test.accuracy), isNumber: true },
            { heading: 'Test loss', cell: ({ test }) => test.loss.toFixed(4), isNumber: true },
          ]}
        />
        <div className={styles.charts}>
          <LineChart
            lines={accuracies}
            x={xOfEpochs}
            y={yOfAccuracy}
            label="Share of held-out images read right, over epochs; the table tells the end"
          />
          <LineChart
            lines={losses}
            x={xOfEpochs}
            y={yOfLoss}
            label="Loss on held-out images, over epochs; the table tells the end"
          />
        </div>
        <p className={styles.hint}>
          Each run learned from 55,000 training images of MNIST; the curves are of the 5,000 held out, the
          table of the 10,000 test images, used once. One run of each network: another seed gives some tenths
          more or less. {recorded.attribution}
        </p>
      </Panel>

      <Panel aria-labelledby="confusion" className={styles.panel}>
        <h2 id="confusion">What is taken for what</h2>
        <Choice
          label="Network"
          value={run.recipe}
          onChange={(recipe) => {
            setChosen(recipe);
            setStep(undefined);
          }}
          options={runs.map(({ recipe }) => ({ value: recipe, label: recipe }))}
        />
        <label className={styles.slider}>
          <span data-testid="matrix-name">
            {shown.name}: {percent(shown.accuracy)} right
          </span>
          <input
            type="range"
            min={0}
            max={matrices.length - 1}
            value={Math.min(step ?? matrices.length - 1, matrices.length - 1)}
            disabled={matrices.length === 1}
            onChange={(event) => setStep(Number(event.target.value))}
            aria-valuetext={shown.name}
          />
        </label>
        <div className={styles.halves}>
          <ConfusionTable matrix={shown.matrix} caption={shown.name} chosen={cell} onChoose={setCell} />
          <div className={styles.panel}>
            {images && cell ? (
              <>
                <CellImages images={images.images} predicted={images.predicted} cell={cell} />
                <p className={styles.hint}>As {images.by} reads them.</p>
              </>
            ) : (
              <p className={styles.hint}>
                No image of MNIST is part of this site. Drop its test files here (t10k-images-idx3-ubyte and
                t10k-labels-idx1-ubyte, packed or not) and choose a cell to see the images behind it. Or drop
                a run folder of <code>lenet train</code> to see your own figures. They stay on your device.
              </p>
            )}
            <div>
              <Button onClick={() => picker.current!.click()} disabled={isBusy}>
                {isBusy ? 'Reading …' : 'Choose files …'}
              </Button>
              <input
                ref={picker}
                type="file"
                multiple
                hidden
                data-testid="files"
                onChange={(event) => {
                  const files = [...(event.target.files ?? [])];
                  void take(files.map((file) => ({ path: file.webkitRelativePath || file.name, file })));
                  event.target.value = '';
                }}
              />
            </div>
            {problem !== undefined && <Notice onClose={() => setProblem(undefined)}>{problem}</Notice>}
          </div>
        </div>
      </Panel>

      <Panel aria-labelledby="classes" className={styles.panel}>
        <h2 id="classes">Digit by digit</h2>
        <DataTable
          caption={`Figures of each digit. ${shown.name}`}
          rows={classFigures(shown.matrix)}
          rowKey={({ digit }) => String(digit)}
          columns={[
            { heading: 'Digit', cell: ({ digit }) => digit },
            { heading: 'Images', cell: ({ count }) => count.toLocaleString('en'), isNumber: true },
            { heading: 'Precision', cell: ({ precision }) => percent(precision, 1), isNumber: true },
            { heading: 'Recall', cell: ({ recall }) => percent(recall, 1), isNumber: true },
            { heading: 'F1', cell: ({ f1Score }) => percent(f1Score, 1), isNumber: true },
          ]}
        />
      </Panel>
    </div>
  );
}
