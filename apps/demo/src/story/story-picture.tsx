import { type ReactNode, useCallback } from 'react';
import { PixelPicture } from '../layers/pixel-picture';
import type { Tone } from '../layers/tones';
import styles from './how-it-works.module.css';

/**
 * A square picture of a step, with words below it.
 *
 * @param props.label for screen readers
 * @param props.caption for eyes. @default the label
 * @param props.children shown over it
 * @param props.step name for tests
 * @param props.values the picture is drawn anew when these change, and when `dependsOn` does
 */
export function StoryPicture({
  size,
  label,
  caption = label,
  step,
  toneAt,
  values,
  dependsOn,
  children,
}: {
  readonly size: number;
  readonly label: string;
  readonly caption?: string;
  readonly step: string;
  readonly toneAt: (index: number) => Tone;
  readonly values: unknown;
  readonly dependsOn?: string;
  readonly children?: ReactNode;
}) {
  const tone = useCallback(toneAt, [values, dependsOn]);
  return (
    <figure className={styles.figure}>
      <div className={styles.windowed}>
        <PixelPicture width={size} height={size} toneAt={tone} label={label} data-testid={`step-${step}`} />
        {children}
      </div>
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
