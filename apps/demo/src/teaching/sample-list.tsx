import { useCallback } from 'react';
import type { KeptSample } from '../keeping/database';
import { PixelPicture } from '../layers/pixel-picture';
import styles from './sample-list.module.css';
import { digitWords } from './teaching-words';

/**
 * The visitor's digits, the newest first.
 *
 * @param props.answers what the network reads each as now, in their order. @default not learned yet
 */
export function SampleList({
  samples,
  answers,
  onRemove,
}: {
  readonly samples: readonly KeptSample[];
  readonly answers: Uint8Array | undefined;
  readonly onRemove: (id: number) => void;
}) {
  return (
    <ul className={styles.samples} data-testid="samples">
      {samples
        .map((sample, index) => (
          <Sample key={sample.id} sample={sample} now={answers?.[index]} onRemove={onRemove} />
        ))
        .reverse()}
    </ul>
  );
}

function Sample({
  sample,
  now,
  onRemove,
}: {
  readonly sample: KeptSample;
  readonly now: number | undefined;
  readonly onRemove: (id: number) => void;
}) {
  const { pixels, label, answer, id } = sample;
  const toneAt = useCallback(
    (index: number) => [pixels[index], pixels[index], pixels[index]] as const,
    [pixels],
  );
  const read = now ?? answer;
  return (
    <li className={styles.sample} data-label={label} data-now={now ?? ''}>
      <PixelPicture width={28} height={28} toneAt={toneAt} label={`Picture of ${digitWords(label)}`} />
      <p>
        <b>{label}</b>
        {read !== null && (
          <span className={read === label ? styles.right : styles.wrong}>
            {read === label ? ' read right' : ` read as ${read}`}
          </span>
        )}
      </p>
      <button
        type="button"
        className={styles.remove}
        onClick={() => onRemove(id)}
        aria-label={`Delete this ${label}`}
      >
        ×
      </button>
    </li>
  );
}
