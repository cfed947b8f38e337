import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';

/**
 * A button, at least 44 pixels high, as a thumb needs.
 *
 * @param props.look
 * - `plain` (default): a border
 * - `primary`: filled; one on a page
 * - `quiet`: no border until it is pointed at
 */
export function Button({
  look = 'plain',
  className,
  ...props
}: ComponentProps<'button'> & { look?: 'plain' | 'primary' | 'quiet' }) {
  return <button type="button" className={classNames(styles.button, styles[look], className)} {...props} />;
}
