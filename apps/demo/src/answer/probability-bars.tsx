import { percent } from './answer-words';
import styles from './probability-bars.module.css';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * One bar for each digit.
 *
 * @param props.probabilities `[10]`, 0 … 1. @default no bars
 * @param props.best the digit to stress, or null
 * @param props.isUnsure whether it is only the best guess
 */
export function ProbabilityBars({
  probabilities,
  best,
  isUnsure,
}: {
  readonly probabilities: readonly number[] | undefined;
  readonly best: number | null;
  readonly isUnsure: boolean;
}) {
  return (
    <ol className={styles.bars} aria-label="Probability of each digit" data-unsure={isUnsure}>
      {digits.map((digit) => {
        const probability = best === null ? undefined : probabilities?.[digit];
        return (
          <li key={digit} className={styles.row} data-best={digit === best || undefined}>
            <span className={styles.digit}>{digit}</span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ transform: `scaleX(${probability ?? 0})` }} />
            </span>
            <span className={styles.percent}>{probability === undefined ? '–' : percent(probability)}</span>
          </li>
        );
      })}
    </ol>
  );
}
