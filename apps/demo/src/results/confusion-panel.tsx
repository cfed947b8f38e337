import type { LabelledImages } from '@lenet/core';
import { Choice } from '../design/choice';
import layout from '../design/layout.module.css';
import { Notice } from '../design/notice';
import { Panel } from '../design/panel';
import type { DroppedFile } from '../models/dropped-files';
import { FileButton } from '../own-files/file-button';
import { CellImages } from './cell-images';
import { accuracyOf } from './class-figures';
import { ConfusionTable } from './confusion-table';
import type { GivenAnswers, NamedMatrix } from './matrices-of';
import type { Cell, RecordedRun } from './recorded-run';
import styles from './results-browser.module.css';
import { shareWords } from './share-words';

/**
 * What is taken for what, after each epoch and at the end; and the images behind a cell.
 *
 * @param props.images what the visitor gave
 * @param props.given as they are read; undefined until they are
 */
export function ConfusionPanel({
  runs,
  run,
  matrices,
  step,
  images,
  given,
  cell,
  problem,
  isBusy,
  onRun,
  onStep,
  onCell,
  onFiles,
  onProblemClosed,
}: {
  readonly runs: readonly RecordedRun[];
  readonly run: RecordedRun;
  readonly matrices: readonly NamedMatrix[];
  /** Of `matrices`. */
  readonly step: number;
  readonly images: LabelledImages | undefined;
  readonly given: GivenAnswers | undefined;
  readonly cell: Cell | undefined;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onRun: (recipe: string) => void;
  readonly onStep: (step: number) => void;
  readonly onCell: (cell: Cell) => void;
  readonly onFiles: (files: readonly DroppedFile[]) => void;
  readonly onProblemClosed: () => void;
}) {
  const shown = matrices[step];
  return (
    <Panel aria-labelledby="confusion" className={layout.stack}>
      <h2 id="confusion">What is taken for what</h2>
      <p className={layout.hint}>
        A row for each digit as it is, a column for what it was read as, and in each cell the number of
        images. Those on the green diagonal are right. The slider goes from the first epoch to the end.
      </p>
      <Choice
        label="Network"
        value={run.recipe}
        onChange={onRun}
        options={runs.map(({ recipe }) => ({ value: recipe, label: recipe }))}
      />
      <label className={styles.slider}>
        <span data-testid="matrix-name">
          {shown.name}: {shareWords(accuracyOf(shown.matrix))} right
        </span>
        <input
          type="range"
          min={0}
          max={matrices.length - 1}
          value={step}
          disabled={matrices.length === 1}
          onChange={(event) => onStep(Number(event.target.value))}
          aria-valuetext={shown.name}
        />
      </label>
      <div className={styles.halves}>
        <ConfusionTable matrix={shown.matrix} caption={shown.name} chosen={cell} onChoose={onCell} />
        <div className={layout.stack}>
          {images && given && cell && shown.isOfGiven ? (
            <>
              <CellImages images={images} predicted={given.predicted} cell={cell} />
              {!given.isOfRun && (
                <p className={layout.hint}>
                  The weights on this site are rounded to 8 bits: a few images may be read otherwise than in
                  the recorded run.
                </p>
              )}
            </>
          ) : (
            <p className={layout.hint}>{imagesHint(images, given)}</p>
          )}
          <div className={layout.row}>
            <FileButton testId="files" disabled={isBusy} onFiles={onFiles}>
              {isBusy ? 'Reading …' : 'Choose data files …'}
            </FileButton>
            <FileButton isFolder testId="run-folder" disabled={isBusy} onFiles={onFiles}>
              Choose a run …
            </FileButton>
          </div>
          {problem !== undefined && <Notice onClose={onProblemClosed}>{problem}</Notice>}
        </div>
      </div>
    </Panel>
  );
}

/** Why no images are shown. */
function imagesHint(images: LabelledImages | undefined, given: GivenAnswers | undefined) {
  if (!images) {
    return (
      <>
        No image of MNIST is part of this site. Drop its test files here (t10k-images-idx3-ubyte and
        t10k-labels-idx1-ubyte, packed or not) and choose a cell to see the images behind it. Or drop a run
        folder of <code>lenet train</code> to see your own figures. They stay on your device.
      </>
    );
  }
  if (!given) return 'Your images are being read …';
  return 'This matrix was counted on other images than yours. Move the slider to its end to see yours.';
}
