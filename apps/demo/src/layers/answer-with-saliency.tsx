import type { Architecture } from '@lenet/core';
import type { Explanation } from '../explaining/messages';
import styles from './answer-with-saliency.module.css';
import { answerWords } from './answer-words';
import { SeenView } from './seen-view';
import type { SelectedUnit } from './selected-unit';

/** What the network sees and what it reads; on demand, what in the drawing speaks for that. */
export function AnswerWithSaliency({
  onToggle,
  ...shown
}: {
  readonly architecture: Architecture;
  readonly explanation: Explanation | undefined;
  readonly selected: SelectedUnit;
  readonly isSaliencyShown: boolean;
  readonly onToggle: (isShown: boolean) => void;
}) {
  const { explanation, isSaliencyShown } = shown;
  return (
    <div className={styles.seen}>
      <SeenView {...shown} testId="seen" />
      <div>
        <p className={styles.answer} role="status">
          {answerWords(explanation)}
        </p>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={isSaliencyShown}
            onChange={(event) => onToggle(event.target.checked)}
          />
          Show what speaks for it
        </label>
        {isSaliencyShown && (
          <p className={styles.legend}>
            <b className={styles.for}>■</b> ink here raises the score of {explanation?.explained ?? '…'},{' '}
            <b className={styles.against}>■</b> lowers it
          </p>
        )}
      </div>
    </div>
  );
}
