import { create } from 'zustand';
import { changed, createHistory, type History, redone, undone } from './history';
import type { Drawing, Mark } from './mark';
import { loadDrawing, storeDrawing } from './stored-drawing';

interface DrawingState {
  readonly history: History<Drawing>;
  /** What the pen draws right now; part of the drawing, but not of its history yet. */
  readonly current: Mark | undefined;
}

/** The drawing: of the page that draws, and of the pages that explain it. */
export const useDrawingStore = create<DrawingState>(() => ({
  history: createHistory<Drawing>([]),
  current: undefined,
}));

const { getState, setState } = useDrawingStore;

/** Everything on the paper, with what the pen draws right now. */
export function currentDrawing({ history, current }: DrawingState = getState()): Drawing {
  return current ? [...history.present, current] : history.present;
}

/** Takes up the drawing of this session, once the page runs. */
export function restoreDrawing(): void {
  if (getState().history.present.length === 0) setState({ history: createHistory(loadDrawing()) });
}

function setHistory(history: History<Drawing>): void {
  setState({ history, current: undefined });
  storeDrawing(history.present);
}

/** Shows what the pen draws, before it is done. */
export function showCurrent(current: Mark | undefined): void {
  setState({ current });
}

export function addMark(mark: Mark): void {
  const { history } = getState();
  setHistory(changed(history, [...history.present, mark]));
}

/** Another drawing in place of this one, e.g. a sample. */
export function replaceDrawing(drawing: Drawing): void {
  setHistory(changed(getState().history, drawing));
}

/** Ink in a cell of the grid, or none where there was. */
export function toggleCell(cell: number): void {
  const { history } = getState();
  const rest = history.present.filter((mark) => mark.kind !== 'cell' || mark.cell !== cell);
  const isInked = rest.length < history.present.length;
  setHistory(changed(history, isInked ? rest : [...rest, { kind: 'cell', cell }]));
}

export function undoMark(): void {
  setHistory(undone(getState().history));
}

export function redoMark(): void {
  setHistory(redone(getState().history));
}

/** An empty paper; the drawing can be had again with undo. */
export function clearDrawing(): void {
  const { history } = getState();
  setHistory(history.present.length === 0 ? history : changed(history, []));
}
