import styles from './layer-view.module.css';

/** Below the scores of the last layer: what softmax makes of them. */
export function DigitProbabilities({ probabilities }: { readonly probabilities: readonly number[] }) {
  const best = Math.max(...probabilities);
  return (
    <ol className={styles.digits} aria-label="Probability of each digit">
      {probabilities.map((probability, digit) => (
        <li key={digit} data-best={probability === best || undefined}>
          <b>{digit}</b>
          <span>{Math.round(100 * probability)}&nbsp;%</span>
        </li>
      ))}
    </ol>
  );
}
