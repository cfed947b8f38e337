import { createLogUpdate } from 'log-update';
import { countText } from '../report/number-text.js';

const MILLISECONDS_BETWEEN_FRAMES = 100;

/** A line that counts while it goes on, where the stream is a terminal; nothing where it is not. */
export function createCountDisplay(
  what: string,
  stream: NodeJS.WriteStream = process.stderr,
): { show(done: number, total: number): void; clear(): void } {
  if (!stream.isTTY) return { show() {}, clear() {} };
  const update = createLogUpdate(stream, { showCursor: true });
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  return {
    show(done, total) {
      if (performance.now() - lastFrameAt < MILLISECONDS_BETWEEN_FRAMES) return;
      lastFrameAt = performance.now();
      update(`${countText(done)} of ${countText(total)} ${what}`);
    },
    clear: () => update.clear(),
  };
}
