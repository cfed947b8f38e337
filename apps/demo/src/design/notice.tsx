import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './notice.module.css';

/**
 * A message that the visitor must see; screen readers say it at once.
 *
 * @param props.kind `warning` (default): something is not as asked; `failure`: it does not work
 * @param props.onClose shows a button that takes the message away. @default it stays
 */
export function Notice({
  kind = 'warning',
  children,
  onClose,
}: {
  kind?: 'warning' | 'failure';
  children: ReactNode;
  onClose?: () => void;
}) {
  return (
    <div className={classNames(styles.notice, styles[kind])}>
      <p role="alert">{children}</p>
      {onClose && (
        <button type="button" className={styles.close} aria-label="Close this message" onClick={onClose}>
          ×
        </button>
      )}
    </div>
  );
}
