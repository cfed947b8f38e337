import { useEffect } from 'react';
import { currentDrawing, restoreDrawing, useDrawingStore } from '../drawing/drawing-store';
import { inkOfDrawing } from '../drawing/ink-of-drawing';
import { forget, read, startReader } from './reader-store';

/** Starts the network, and has it read the drawing at every change, while the pen moves too. */
export function useReadDrawing(): void {
  useEffect(() => {
    startReader(location.search);
    restoreDrawing();
    const readNow = () => {
      const drawing = currentDrawing();
      // What was drawn before the paper was cleared is of no interest any more.
      if (drawing.length === 0) forget();
      read(() => inkOfDrawing(drawing));
    };
    if (currentDrawing().length > 0) readNow();
    return useDrawingStore.subscribe((state, old) => {
      if (currentDrawing(state) !== currentDrawing(old)) readNow();
    });
  }, []);
}
