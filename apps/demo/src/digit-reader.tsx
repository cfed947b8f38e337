'use client';

import { useEffect, useRef } from 'react';
import { AnswerPanel } from './answer/answer-panel';
import styles from './digit-reader.module.css';
import { DrawingCanvas } from './drawing/drawing-canvas';
import { inkOfStrokes } from './drawing/ink-of-strokes';
import { useStrokes } from './drawing/use-strokes';
import { useReader } from './reading/use-reader';

/** The paper on one side, what the network makes of it on the other. */
export function DigitReader() {
  const { state, read, forget } = useReader();
  const { strokes, clear, handlers } = useStrokes((all) => read(inkOfStrokes(all)));
  const clearButton = useRef<HTMLButtonElement>(null);

  function clearDrawing() {
    clear();
    forget();
    read(inkOfStrokes([]));
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') clearButton.current!.click();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={styles.columns}>
      <section aria-label="Drawing">
        <DrawingCanvas strokes={strokes} {...handlers} />
        <div className={styles.tools}>
          <button
            ref={clearButton}
            type="button"
            className={styles.clear}
            data-testid="clear"
            aria-keyshortcuts="Escape"
            onClick={clearDrawing}
          >
            Clear
          </button>
          <span className={styles.shortcut} aria-hidden="true">
            or press Esc
          </span>
        </div>
      </section>
      <AnswerPanel {...state} />
    </div>
  );
}
