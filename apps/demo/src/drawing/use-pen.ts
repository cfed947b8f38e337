import { type PointerEvent as ReactPointerEvent, useCallback, useRef } from 'react';
import { addMark, showCurrent } from './drawing-store';
import type { Point } from './stroke';

/** The stroke under way. */
interface PenStroke {
  readonly pointerId: number;
  readonly points: Point[];
  /** Where the paper is, measured at most once a frame: asking costs a layout. */
  box: DOMRect;
  /** Time stamp of the last event that came before its frame. */
  lastEarly: number;
  /** Stops listening to such events. */
  readonly stop: () => void;
}

/**
 * Turns mouse, pen and touch into strokes. One pointer draws at a time: a second finger, a resting palm
 * or another mouse button changes nothing.
 *
 * Browsers hold back `pointermove` until just before the next frame; those that know `pointerrawupdate` send
 * that at once, and so the answer is there when the frame is made. What came early is left out of the
 * `pointermove` that follows.
 *
 * @returns handlers for the element that is drawn on
 */
export function usePen() {
  const stroke = useRef<PenStroke>(null);

  function onPointerDown(event: ReactPointerEvent<HTMLElement>) {
    if (stroke.current || event.button !== 0) return;
    const paper = event.currentTarget;
    paper.setPointerCapture(event.pointerId);
    const box = paper.getBoundingClientRect();
    const onEarlyMove = (early: Event) => {
      addPoints(early as PointerEvent, Number.NEGATIVE_INFINITY);
      stroke.current!.lastEarly = early.timeStamp;
    };
    paper.addEventListener('pointerrawupdate', onEarlyMove);
    stroke.current = {
      pointerId: event.pointerId,
      points: [pointOf(event.nativeEvent, box)],
      box,
      lastEarly: Number.NEGATIVE_INFINITY,
      stop: () => paper.removeEventListener('pointerrawupdate', onEarlyMove),
    };
    show();
  }

  function onPointerMove(event: ReactPointerEvent<HTMLElement>) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    stroke.current.box = event.currentTarget.getBoundingClientRect();
    addPoints(event.nativeEvent, stroke.current.lastEarly);
  }

  /** Takes what is newer than `since`. */
  function addPoints(event: PointerEvent, since: number) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    const { points, box } = stroke.current;
    // The browser bundles what a fast pen sends between two frames; losing it would cut corners.
    const bundled = event.getCoalescedEvents?.() ?? [];
    const moves = bundled.length > 0 ? bundled : [event];
    const news = moves.filter(({ timeStamp }) => timeStamp > since);
    for (const move of news) points.push(pointOf(move, box));
    if (news.length > 0) show();
  }

  function onPointerUp(event: ReactPointerEvent<HTMLElement>) {
    if (stroke.current?.pointerId !== event.pointerId) return;
    const { points, stop } = stroke.current;
    stop();
    stroke.current = null;
    addMark({ kind: 'stroke', points });
  }

  function show() {
    showCurrent({ kind: 'stroke', points: [...stroke.current!.points] });
  }

  /** Forgets the stroke under way, e.g. when the paper is cleared while the pen is down. */
  const drop = useCallback(() => {
    stroke.current?.stop();
    stroke.current = null;
    showCurrent(undefined);
  }, []);

  return {
    drop,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}

function pointOf(event: PointerEvent, box: DOMRect): Point {
  return {
    x: (event.clientX - box.left) / box.width,
    y: (event.clientY - box.top) / box.height,
    // A mouse says 0.5 always, a finger 0 or 1: only a pen knows.
    ...(event.pointerType === 'pen' && event.pressure > 0 && { pressure: event.pressure }),
  };
}
