import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import styles from './panel.module.css';

/** A sheet on the page. Give it `aria-label` or `aria-labelledby`: it is a section. */
export function Panel({ className, ...props }: ComponentProps<'section'>) {
  return <section className={classNames(styles.panel, className)} {...props} />;
}
