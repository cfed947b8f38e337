import { useEffect, useRef } from 'react';
import styles from './drawing-canvas.module.css';
import type { Stroke } from './stroke';
import { traceStroke } from './trace-stroke';
import { useCanvasSize } from './use-canvas-size';
import type { DrawingHandlers } from './use-strokes';

/** The paper: shows the strokes in the colour of the page, at the resolution of the screen. */
export function DrawingCanvas({ strokes, ...handlers }: { strokes: readonly Stroke[] } & DrawingHandlers) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { side, inkColour } = useCanvasSize(canvas);

  useEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    context.clearRect(0, 0, side, side);
    context.strokeStyle = inkColour;
    for (const stroke of strokes) traceStroke(context, stroke, side);
  }, [strokes, side, inkColour]);

  return (
    <div className={styles.paper}>
      {strokes.length === 0 && (
        <p className={styles.hint} aria-hidden="true">
          Draw a digit here
        </p>
      )}
      <canvas
        ref={canvas}
        className={styles.canvas}
        width={side}
        height={side}
        data-testid="canvas"
        role="img"
        aria-label="Paper: draw one digit from 0 to 9 with a mouse, a pen or a finger"
        {...handlers}
      />
    </div>
  );
}
