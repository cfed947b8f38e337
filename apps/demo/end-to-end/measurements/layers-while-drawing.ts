import { generateStrokes } from '@lenet/core/synthetic';
import type { Browser } from 'playwright-core';
import { waitForData } from '../wait-for-data.ts';
import { median } from './median.ts';

/**
 * How smooth the layers page is while ten digits are drawn, one point of the pen a frame: frames of the browser, and
 * drawings of which every layer is shown, each a second.
 */
export async function layersWhileDrawing(browser: Browser, address: string, query = '') {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}layers/${query}`);
  await waitForData(page, 'layers', 'digit', 'set');
  const digits = Array.from(
    { length: 10 },
    (_, digit) => generateStrokes({ digit, seed: 1, item: digit, split: 'test' }).strokes,
  );
  const { frames, shown } = await page.evaluate(async (drawings) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="canvas"]')!;
    const clear = document.querySelector<HTMLElement>('[data-testid="clear"]')!;
    const layers = document.querySelector<HTMLElement>('[data-testid="layers"]')!;
    canvas.setPointerCapture = () => {};
    const frames: number[] = [];
    const shown: number[] = [];
    const nextFrame = () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame((time) => {
          frames.push(time);
          resolve();
        }),
      );
    new MutationObserver(() => shown.push(performance.now())).observe(layers, {
      attributes: true,
      attributeFilter: ['data-sequence'],
    });
    const box = canvas.getBoundingClientRect();
    const send = (kind: string, { x, y }: { x: number; y: number }) =>
      canvas.dispatchEvent(
        new PointerEvent(kind, {
          bubbles: true,
          pointerId: 1,
          buttons: 1,
          clientX: box.left + x * box.width,
          clientY: box.top + y * box.height,
        }),
      );
    for (const strokes of drawings) {
      clear.click();
      for (const stroke of strokes) {
        send('pointerdown', stroke[0]);
        for (const point of stroke) {
          send('pointermove', point);
          await nextFrame();
        }
        send('pointerup', stroke[stroke.length - 1]);
      }
    }
    return { frames, shown };
  }, digits);
  await page.close();
  return {
    seconds: (frames[frames.length - 1] - frames[0]) / 1000,
    frames: rate(frames),
    shown: rate(shown),
  };
}

/** Of things that happened at these times, in ms. */
function rate(times: readonly number[]) {
  const gaps = times.slice(1).map((time, index) => time - times[index]);
  gaps.sort((one, other) => one - other);
  return {
    aSecond: (1000 * gaps.length) / (times[times.length - 1] - times[0]),
    medianGapMilliseconds: median(gaps),
    gapOf99InHundredMilliseconds: gaps[Math.floor(0.99 * gaps.length)],
    longestGapMilliseconds: gaps[gaps.length - 1],
  };
}
