import { type KeyboardEvent, useState } from 'react';
import { toggleCell } from './drawing-store';
import { GRID_SIDE } from './mark';

/** Rows and columns that a key moves. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const middle = { row: GRID_SIDE / 2, column: GRID_SIDE / 2 };

/**
 * Draws by keyboard on a grid of 28 by 28: arrow keys move, space sets or takes away ink, and with Shift
 * the arrows leave ink where they go.
 *
 * @returns the cell where the keyboard is, and a handler for the element that has the focus
 */
export function useGridKeys(isInked: (cell: number) => boolean) {
  const [place, setPlace] = useState(middle);
  const cell = place.row * GRID_SIDE + place.column;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      toggleCell(cell);
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.shiftKey && !isInked(cell)) toggleCell(cell);
    const row = clamp(place.row + step[0]);
    const column = clamp(place.column + step[1]);
    const next = row * GRID_SIDE + column;
    if (event.shiftKey && next !== cell && !isInked(next)) toggleCell(next);
    setPlace({ row, column });
  }

  return { ...place, cell, onKeyDown };
}

function clamp(value: number): number {
  return Math.min(GRID_SIDE - 1, Math.max(0, value));
}
