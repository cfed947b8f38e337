import type { MatrixCell } from '../matrix-cells.js';
import { countedText, countText, probabilityText, shareText } from '../number-text.js';
import type { TestFindings } from '../test-findings.js';
import type { PagePictures } from './page-pictures.js';
import { Tile, Tiles } from './tile.js';

/** Of what a cell of the confusion matrix opens. */
export function cellId(actual: number, predicted: number): string {
  return `cell-${actual}-${predicted}`;
}

/**
 * The images behind the cells of the confusion matrix. The browser opens and closes them by itself, without
 * a script; one that cannot shows them all where they stand.
 */
export function CellImages(props: { findings: TestFindings; pictures: PagePictures }) {
  const { findings, pictures } = props;
  return (
    <>
      {findings.cells
        .filter(({ shown }) => shown.length > 0)
        .map((cell) => (
          <CellDialog cell={cell} findings={findings} pictures={pictures} />
        ))}
    </>
  );
}

function CellDialog(props: { cell: MatrixCell; findings: TestFindings; pictures: PagePictures }) {
  const { findings, pictures } = props;
  const { actual, predicted, count, shown } = props.cell;
  const { classes, confusion, probabilities } = findings;
  const id = cellId(actual, predicted);
  const ofClass = confusion[actual].reduce((sum, each) => sum + each, 0);
  return (
    <div popover="auto" id={id} class="cell" role="dialog" aria-labelledby={`${id}-title`}>
      <header>
        <h3 id={`${id}-title`}>
          {classes[actual]} read as {classes[predicted]}
        </h3>
        <button type="button" popovertarget={id} popovertargetaction="hide" autofocus>
          Close
        </button>
      </header>
      <p>
        {countText(count)} of {countedText(ofClass, 'test image')} of {classes[actual]} (
        {shareText(count / ofClass)})
        {shown.length < count &&
          `; ${actual === predicted ? 'the first' : 'the most confident'} ${shown.length}`}
        . Under each: the probability of {classes[predicted]}, and the number of the image in the test set.
      </p>
      <Tiles kind="small">
        {shown.map((index) => (
          <li>
            <Tile sprite={pictures.test} position={pictures.positions.get(index)!} />
            {probabilityText(probabilities[index * classes.length + predicted])}
            <small>no. {index}</small>
          </li>
        ))}
      </Tiles>
    </div>
  );
}
