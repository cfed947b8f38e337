import { useReaderStore } from '../reading/reader-store';
import styles from './digit-boxes.module.css';

/** Where several digits were found, each with what it was read as. */
export function DigitBoxes() {
  const digits = useReaderStore(({ answer }) => answer?.digits);
  if (digits === undefined || digits.length < 2) return null;
  return digits.map(({ box, digit, decision }) => (
    <span
      key={`${box.left} ${box.top}`}
      className={styles.box}
      data-decision={decision}
      aria-hidden="true"
      style={{
        left: `${100 * box.left}%`,
        top: `${100 * box.top}%`,
        width: `${100 * (box.right - box.left)}%`,
        height: `${100 * (box.bottom - box.top)}%`,
      }}
    >
      <span className={styles.digit}>{digit}</span>
    </span>
  ));
}
