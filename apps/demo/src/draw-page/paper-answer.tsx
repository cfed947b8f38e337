import { answerDecision, answerText } from '../reading/answer';
import { useReaderStore } from '../reading/reader-store';
import styles from './paper-answer.module.css';

/** On a telephone the answer is below the paper: this shows it beside the pen. */
export function PaperAnswer() {
  const answer = useReaderStore((state) => state.answer);
  if (answer === undefined || answerDecision(answer) === 'blank') return null;
  return (
    <span className={styles.answer} data-decision={answerDecision(answer)} aria-hidden="true">
      {answerText(answer)}
    </span>
  );
}
