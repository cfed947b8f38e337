import { type ReactNode, useEffect, useRef, useState } from 'react';
import { drawMarks } from './draw-marks';
import styles from './drawing-canvas.module.css';
import { currentDrawing, useDrawingStore } from './drawing-store';
import { GRID_SIDE } from './mark';
import { PEN_WIDTH } from './stroke';
import { useCanvasSize } from './use-canvas-size';
import { useGridKeys } from './use-grid-keys';
import type { usePen } from './use-pen';

/** A three, faintly on an empty paper. */
const EXAMPLE = 'M26 22c6-14 44-18 46 5c1 15-16 21-27 22c15-1 31 7 30 25c-2 27-45 24-53 8';

/**
 * The paper: shows the drawing in the colour of the page, at the resolution of the screen.
 *
 * @param props.children shown over the paper; they take no pointer
 */
export function DrawingCanvas({
  pen,
  children,
}: {
  pen: ReturnType<typeof usePen>['handlers'];
  children?: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { side, inkColour } = useCanvasSize(canvas);
  const [isByKeyboard, setByKeyboard] = useState(false);
  const isEmpty = useDrawingStore(({ history, current }) => history.present.length === 0 && !current);
  const grid = useGridKeys((cell) =>
    useDrawingStore.getState().history.present.some((mark) => mark.kind === 'cell' && mark.cell === cell),
  );
  const isInked = useDrawingStore(({ history }) =>
    history.present.some((mark) => mark.kind === 'cell' && mark.cell === grid.cell),
  );

  useEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    // Not through React: a pen moves at every frame, and nothing else of the page changes then.
    const show = () => {
      frame = 0;
      context.clearRect(0, 0, side, side);
      drawMarks(context, currentDrawing(), side, inkColour, PEN_WIDTH);
    };
    let frame = 0;
    show();
    const stop = useDrawingStore.subscribe(() => {
      // A fast pen sends several events between two frames.
      frame ||= requestAnimationFrame(show);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [side, inkColour]);

  return (
    <div className={styles.paper}>
      {isEmpty && !isByKeyboard && (
        <div className={styles.hint} aria-hidden="true">
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <path d={EXAMPLE} />
          </svg>
          <p>Draw a digit here</p>
        </div>
      )}
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an application takes pointer and keys */}
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={side}
        height={side}
        data-testid="canvas"
        role="application"
        aria-roledescription="drawing paper"
        aria-label="Draw digits with a mouse, a pen or a finger. By keyboard: arrow keys move on a grid of 28 by 28, space sets or takes away ink, shift with arrow keys draws."
        tabIndex={0}
        onFocus={({ currentTarget }) => setByKeyboard(currentTarget.matches(':focus-visible'))}
        onBlur={() => setByKeyboard(false)}
        onKeyDown={(event) => {
          setByKeyboard(true);
          grid.onKeyDown(event);
        }}
        {...pen}
        onPointerDown={(event) => {
          setByKeyboard(false);
          pen.onPointerDown(event);
        }}
      />
      {isByKeyboard && (
        <>
          <span
            className={styles.cursor}
            style={{
              left: `${(100 * grid.column) / GRID_SIDE}%`,
              top: `${(100 * grid.row) / GRID_SIDE}%`,
            }}
          />
          <p className="visually-hidden" aria-live="polite" data-testid="grid-place">
            Row {grid.row + 1}, column {grid.column + 1}, {isInked ? 'ink' : 'no ink'}
          </p>
        </>
      )}
      {children}
    </div>
  );
}
