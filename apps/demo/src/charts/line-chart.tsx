import type * as PlotLibrary from '@observablehq/plot';
import { useEffect, useRef, useState } from 'react';
import styles from './line-chart.module.css';

/** One line, and how it is told from the others. */
export interface Line {
  readonly name: string;
  /** Number of the colour, 1 … 5, see the design tokens. */
  readonly series: 1 | 2 | 3 | 4 | 5;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** @default false */
  readonly isDashed?: boolean;
}

interface Axis {
  readonly label: string;
  /** @default what the points span */
  readonly domain?: readonly [number, number];
}

interface Shown {
  readonly plot: typeof PlotLibrary;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly x: Axis;
  readonly y: Axis & {
    /** Shares are shown times 100. @default false */
    readonly isPercent?: boolean;
  };
}

/** Shortest time between two drawings of a chart. */
const DRAW_EVERY_MS = 250;

/**
 * Lines over one horizontal axis, drawn by Observable Plot, which is loaded when the first chart is shown.
 *
 * @param props.label for screen readers: what is seen
 * @param props.y name of the vertical axis, and its range where it is fixed
 */
export function LineChart({
  lines,
  label,
  x,
  y,
  height = 220,
}: {
  readonly label: string;
  readonly height?: number;
} & Pick<Shown, 'lines' | 'x' | 'y'>) {
  const frame = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<typeof PlotLibrary>();
  const [width, setWidth] = useState(0);
  const drawnAt = useRef(-DRAW_EVERY_MS);

  useEffect(() => {
    import('@observablehq/plot').then(setPlot);
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!plot || width === 0) return;
    const shown = { plot, width, height, lines, x, y };
    // Each chart in a task of its own, and not for every report: the page must stay free.
    const wait = Math.max(0, drawnAt.current + DRAW_EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      drawnAt.current = performance.now();
      frame.current?.replaceChildren(draw(shown));
    }, wait);
    return () => clearTimeout(timer);
  }, [plot, width, height, lines, x, y]);

  return (
    <figure className={styles.figure}>
      <ul className={styles.legend} aria-hidden="true">
        {lines.map(({ name, series, isDashed }) => (
          <li key={name}>
            <i style={{ borderTop: `3px ${isDashed ? 'dashed' : 'solid'} var(--series-${series})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div ref={frame} className={styles.frame} style={{ minHeight: height }} role="img" aria-label={label} />
    </figure>
  );
}

function draw({ plot, width, height, lines, x, y }: Shown): Element {
  const chart = plot.plot({
    width,
    height,
    // The name of the axis stands above its highest number.
    marginTop: 30,
    // And that of the other below its numbers.
    marginBottom: 42,
    marginLeft: 44,
    marginRight: 12,
    inset: 5,
    style: { background: 'none', color: 'inherit', fontFamily: 'inherit', fontSize: '12px' },
    x: { label: x.label, ...(x.domain && { domain: x.domain as [number, number] }), ticks: 6 },
    y: {
      label: y.label,
      grid: true,
      ...(y.domain && { domain: y.domain as [number, number], clamp: true }),
      ...(y.isPercent && { percent: true }),
      ticks: 5,
    },
    marks: lines.map(({ points, series, isDashed }) =>
      plot.line(points, {
        x: 'x',
        y: 'y',
        stroke: `var(--series-${series})`,
        strokeWidth: 2,
        ...(isDashed && { strokeDasharray: '5 4' }),
        ...(points.length < 12 && { marker: 'dot' }),
      }),
    ),
  });
  // The policy of the site allows no style elements; this one is not on the page yet, and line-chart.module.css
  // says the same.
  chart.querySelector('style')?.remove();
  chart.setAttribute('aria-hidden', 'true');
  return chart;
}
