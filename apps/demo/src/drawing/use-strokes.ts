import { type PointerEvent, useRef, useState } from 'react';
import type { Point, Stroke } from './stroke';

/** Handlers for the element that is drawn on. */
export interface DrawingHandlers {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(event: PointerEvent<HTMLElement>): void;
  onPointerCancel(event: PointerEvent<HTMLElement>): void;
}

/**
 * Turns mouse, pen and touch into strokes. One pointer draws at a time: a second finger, a resting palm
 * or another mouse button changes nothing.
 *
 * @param onStrokeEnd called with all strokes each time the pen leaves the paper
 */
export function useStrokes(onStrokeEnd: (strokes: readonly Stroke[]) => void) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const drawing = useRef<{ pointerId: number; finished: readonly Stroke[]; stroke: Point[] }>(null);

  function begin(event: PointerEvent<HTMLElement>) {
    if (drawing.current || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = { pointerId: event.pointerId, finished: strokes, stroke: [pointOf(event)] };
    show();
  }

  function move(event: PointerEvent<HTMLElement>) {
    if (drawing.current?.pointerId !== event.pointerId) return;
    // The browser bundles what a fast pen sends between two frames; losing it would cut corners.
    const bundled = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const moves = bundled.length > 0 ? bundled : [event.nativeEvent];
    for (const each of moves) drawing.current.stroke.push(pointOf(each, event.currentTarget));
    show();
  }

  function end(event: PointerEvent<HTMLElement>) {
    if (drawing.current?.pointerId !== event.pointerId) return;
    const all = show();
    drawing.current = null;
    onStrokeEnd(all);
  }

  function show(): readonly Stroke[] {
    const { finished, stroke } = drawing.current!;
    const all = [...finished, [...stroke]];
    setStrokes(all);
    return all;
  }

  function clear() {
    drawing.current = null;
    setStrokes([]);
  }

  const handlers: DrawingHandlers = {
    onPointerDown: begin,
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  };
  return { strokes, clear, handlers };
}

function pointOf(
  event: { readonly clientX: number; readonly clientY: number; readonly currentTarget: EventTarget | null },
  element = event.currentTarget as Element,
): Point {
  const box = element.getBoundingClientRect();
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}
