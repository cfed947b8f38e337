import type { ReaderState } from '../reading/use-reader';
import styles from './answer-panel.module.css';
import { answerWords } from './answer-words';
import { ProbabilityBars } from './probability-bars';
import { ReaderWords } from './reader-words';
import { SeenPicture } from './seen-picture';

/** The newest answer: the digit, the sentence, what the network saw, and how sure it is of each digit. */
export function AnswerPanel({ answer, sequence, reader, notices, failure }: ReaderState) {
  const digit = answer?.digit ?? null;
  const decision = answer?.decision ?? 'blank';
  return (
    <section
      aria-label="Answer"
      className={styles.panel}
      data-testid="answer"
      data-digit={digit ?? ''}
      data-decision={decision}
      data-probability={digit === null ? '' : answer!.probability}
      data-backend={reader?.backend ?? ''}
      data-sequence={sequence}
    >
      <div className={styles.top}>
        <figure className={styles.figure}>
          <SeenPicture pixels={answer?.seen} />
          <figcaption className={styles.caption}>What it sees</figcaption>
        </figure>
        <p className={styles.digit} data-decision={decision} aria-hidden="true">
          {digit ?? '?'}
        </p>
      </div>
      <p className={styles.words} role="status">
        {answerWords(answer)}
      </p>
      <ProbabilityBars probabilities={answer?.probabilities} best={digit} />
      <ReaderWords
        reader={reader}
        milliseconds={digit === null ? undefined : answer?.milliseconds}
        notices={notices}
        failure={failure}
      />
    </section>
  );
}
