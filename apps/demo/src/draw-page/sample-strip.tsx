import { useCallback, useEffect, useState } from 'react';
import { IconButton } from '../design/icon-button';
import { replaceDrawing } from '../drawing/drawing-store';
import type { Stroke } from '../drawing/stroke';
import styles from './sample-strip.module.css';

interface Sample {
  readonly digit: number;
  readonly strokes: readonly Stroke[];
}

/** Of a side: on so small a paper a pen is bolder. */
const PEN_WIDTH = 0.07;
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const otherIcon = 'M20 11a8 8 0 1 0-2 6M20 4v7h-7';

/** Made-up digits to begin with; others at each press of the button. Their generator comes when it is needed. */
export function SampleStrip() {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [set, setSet] = useState(1);

  const load = useCallback(async (item: number) => {
    const { generateStrokes } = await import('@lenet/core/synthetic');
    const made: Sample[] = [];
    for (const digit of digits) {
      made.push(generateStrokes({ digit, seed: 7, item, split: 'test' }));
      // One at a time: whoever draws meanwhile does not wait for ten.
      await new Promise((resolve) => setTimeout(resolve));
    }
    setSamples(made);
  }, []);

  useEffect(() => {
    const start = setTimeout(() => load(set), set === 1 ? 1500 : 0);
    return () => clearTimeout(start);
  }, [load, set]);

  return (
    <div className={styles.strip}>
      <div className={styles.head}>
        <h2 className={styles.title}>Or try one of these</h2>
        <IconButton
          look="quiet"
          icon={otherIcon}
          label="Other samples"
          disabled={samples.length === 0}
          onClick={() => setSet((old) => old + 1)}
        />
      </div>
      <ul className={styles.samples}>
        {digits.map((digit) => (
          <li key={digit}>
            <button
              type="button"
              className={styles.sample}
              aria-label={`A sample of ${digit}`}
              aria-disabled={samples.length === 0}
              onClick={() =>
                samples.length > 0 &&
                replaceDrawing(samples[digit].strokes.map((points) => ({ kind: 'stroke', points })))
              }
            >
              <SampleDrawing strokes={samples[digit]?.strokes ?? []} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SampleDrawing({ strokes }: { strokes: readonly Stroke[] }) {
  const path = strokes
    .map((stroke) => `M${stroke.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}`)
    .join('');
  return (
    <svg viewBox="0 0 1 1" aria-hidden="true" strokeWidth={PEN_WIDTH}>
      <path d={path} />
    </svg>
  );
}
