'use client';

import type { InkImage } from '@lenet/core/images';
import { memo, useEffect, useState } from 'react';
import { Button } from '../design/button';
import { DrawingCanvas } from '../drawing/drawing-canvas';
import { clearDrawing, currentDrawing, restoreDrawing, useDrawingStore } from '../drawing/drawing-store';
import { createHistory } from '../drawing/history';
import { inkOfDrawing } from '../drawing/ink-of-drawing';
import type { Drawing } from '../drawing/mark';
import { usePen } from '../drawing/use-pen';
import styles from './drawing-pad.module.css';

/**
 * The paper of a page that explains: it shows the drawing of the session, or an example that makes room as soon
 * as somebody draws.
 *
 * @param props.example @default an empty paper
 * @param props.onInk called with the drawing at each change, at most once a frame
 */
export const DrawingPad = memo(function DrawingPad({
  example,
  onInk,
}: {
  readonly example?: Drawing;
  readonly onInk: (ink: InkImage) => void;
}) {
  const pen = usePen();
  const [isExample, setIsExample] = useState(false);

  useEffect(() => {
    restoreDrawing();
    if (!example || currentDrawing().length > 0) return;
    // Past the storage of the session: it is not the visitor's.
    useDrawingStore.setState({ history: createHistory(example) });
    setIsExample(true);
    const stop = useDrawingStore.subscribe(({ history, current }) => {
      if (history.present === example && !current) return;
      stop();
      setIsExample(false);
      if (history.present === example) useDrawingStore.setState({ history: createHistory<Drawing>([]) });
    });
    return () => {
      stop();
      const { history } = useDrawingStore.getState();
      if (history.present === example) useDrawingStore.setState({ history: createHistory<Drawing>([]) });
    };
  }, [example]);

  useEffect(() => {
    let frame = 0;
    const tell = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => onInk(inkOfDrawing(currentDrawing())));
    };
    tell();
    const stop = useDrawingStore.subscribe(tell);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [onInk]);

  return (
    <div>
      <DrawingCanvas pen={pen.handlers} />
      <div className={styles.tools}>
        <Button
          data-testid="clear"
          onClick={() => {
            pen.drop();
            clearDrawing();
          }}
        >
          Clear
        </Button>
        {isExample && <p className={styles.hint}>An example. Draw your own over it.</p>}
      </div>
    </div>
  );
});
