import type { Architecture } from '@lenet/core';
import { useCallback, useMemo } from 'react';
import type { Explanation } from '../explaining/messages';
import { receptiveField } from '../network/receptive-field';
import { PixelPicture } from './pixel-picture';
import styles from './seen-view.module.css';
import type { SelectedUnit } from './selected-unit';
import { largestOf, signedToneOf, type Tone } from './tones';

/** What the network sees: with what the selected unit can see of it, and with what speaks for the answer. */
export function SeenView({
  architecture,
  explanation,
  selected,
  isSaliencyShown,
  testId,
}: {
  readonly architecture: Architecture;
  readonly explanation: Explanation | undefined;
  readonly selected: SelectedUnit;
  readonly isSaliencyShown: boolean;
  readonly testId?: string;
}) {
  const [height, width] = architecture.inputShape;
  const largest = useMemo(() => largestOf(explanation?.gradient ?? []), [explanation]);
  const toneAt = useCallback(
    (index: number): Tone => {
      const grey = explanation?.seen[index] ?? 0;
      if (!isSaliencyShown || !explanation) return [grey, grey, grey];
      const share = Math.abs(explanation.gradient[index]) / largest;
      const tone = signedToneOf(explanation.gradient[index], largest);
      // The ink stays to be seen below, at most half as bright.
      const ink = (grey / 2) * (1 - share);
      return [ink + tone[0], ink + tone[1], ink + tone[2]];
    },
    [explanation, isSaliencyShown, largest],
  );
  const field = receptiveField(architecture, selected.layerIndex, selected);
  return (
    <div className={styles.frame}>
      <PixelPicture
        width={width}
        height={height}
        toneAt={toneAt}
        label={
          isSaliencyShown
            ? 'What speaks for the answer: orange where more ink would raise its score, blue where it would lower it'
            : 'The drawing as the network sees it, white on black'
        }
        data-testid={testId}
      />
      <span
        className={styles.field}
        data-testid={testId && `${testId}-field`}
        data-top={field.top}
        data-left={field.left}
        data-bottom={field.bottom}
        data-right={field.right}
        style={{
          left: `${(100 * field.left) / width}%`,
          top: `${(100 * field.top) / height}%`,
          width: `${(100 * (field.right - field.left)) / width}%`,
          height: `${(100 * (field.bottom - field.top)) / height}%`,
        }}
      />
    </div>
  );
}
