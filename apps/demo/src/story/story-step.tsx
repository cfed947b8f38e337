import type { ReactNode } from 'react';
import { Panel } from '../design/panel';
import styles from './how-it-works.module.css';

/** A step of the story: words on one side, the visitor's digit on the other. */
export function StoryStep({
  title,
  picture,
  children,
}: {
  readonly title: string;
  readonly picture: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Panel aria-label={title} className={styles.step}>
      <div className={styles.text}>
        <h2>{title}</h2>
        {children}
      </div>
      <div className={styles.pictures}>{picture}</div>
    </Panel>
  );
}
