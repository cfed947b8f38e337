import type { LabelledImages } from '@lenet/core';
import { PixelPicture } from '../layers/pixel-picture';
import styles from './cell-images.module.css';
import type { Cell } from './recorded-run';

/** Images of a cell that are shown, at most. */
const MOST_SHOWN = 24;

/** The images behind a cell of the matrix, from the visitor's own files. */
export function CellImages({
  images,
  predicted,
  cell,
}: {
  readonly images: LabelledImages;
  readonly predicted: Uint8Array;
  readonly cell: Cell;
}) {
  const found: number[] = [];
  for (let index = 0; index < images.count; index++) {
    if (images.labels[index] === cell.actual && predicted[index] === cell.predicted) found.push(index);
  }
  const size = images.height * images.width;
  return (
    <div data-testid="cell-images" data-count={found.length}>
      <p aria-live="polite">
        {found.length.toLocaleString('en')} of your images of {cell.actual} are read as {cell.predicted}
        {found.length > MOST_SHOWN ? `; the first ${MOST_SHOWN}:` : ''}
      </p>
      <ul className={styles.images}>
        {found.slice(0, MOST_SHOWN).map((index) => (
          <li key={index}>
            <PixelPicture
              width={images.width}
              height={images.height}
              label={`Test image ${index}`}
              toneAt={(pixel) => {
                const grey = images.pixels[index * size + pixel];
                return [grey, grey, grey];
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
