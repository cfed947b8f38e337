import { type PointerEvent, useCallback, useRef } from 'react';
import { addMark, showCurrent } from './drawing-store';
import type { Point } from './stroke';

/**
 * Turns mouse, pen and touch into strokes. One pointer draws at a time: a second finger, a resting palm
 * or another mouse button changes nothing.
 *
 * @returns handlers for the element that is drawn on
 */
export function usePen() {
  const drawing = useRef<{ pointerId: number; points: Point[] }>(null);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    if (drawing.current || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = { pointerId: event.pointerId, points: [pointOf(event.nativeEvent, boxOf(event))] };
    show();
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    if (drawing.current?.pointerId !== event.pointerId) return;
    // The browser bundles what a fast pen sends between two frames; losing it would cut corners.
    const bundled = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const moves = bundled.length > 0 ? bundled : [event.nativeEvent];
    const box = boxOf(event);
    for (const move of moves) drawing.current.points.push(pointOf(move, box));
    show();
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    if (drawing.current?.pointerId !== event.pointerId) return;
    const { points } = drawing.current;
    drawing.current = null;
    addMark({ kind: 'stroke', points });
  }

  function show() {
    showCurrent({ kind: 'stroke', points: [...drawing.current!.points] });
  }

  /** Forgets the stroke under way, e.g. when the paper is cleared while the pen is down. */
  const drop = useCallback(() => {
    drawing.current = null;
    showCurrent(undefined);
  }, []);

  return {
    drop,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}

function boxOf(event: PointerEvent<HTMLElement>): DOMRect {
  return event.currentTarget.getBoundingClientRect();
}

function pointOf(event: globalThis.PointerEvent, box: DOMRect): Point {
  return {
    x: (event.clientX - box.left) / box.width,
    y: (event.clientY - box.top) / box.height,
    // A mouse says 0.5 always, a finger 0 or 1: only a pen knows.
    ...(event.pointerType === 'pen' && event.pressure > 0 && { pressure: event.pressure }),
  };
}
