import type { ComponentProps } from 'react';
import { Button } from './button';
import { classNames } from './class-names';
import styles from './icon-button.module.css';

/**
 * A button with a drawing in place of words, or before them.
 *
 * @param props.icon path data in a square of 24, drawn as lines
 * @param props.label said by screen readers, and shown by the mouse, where there are no words
 */
export function IconButton({
  icon,
  label,
  children,
  className,
  ...props
}: Omit<ComponentProps<typeof Button>, 'aria-label'> & { icon: string; label?: string }) {
  return (
    <Button
      className={classNames(!children && styles.round, className)}
      aria-label={label}
      title={label}
      {...props}
    >
      <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
        <path d={icon} />
      </svg>
      {children}
    </Button>
  );
}
