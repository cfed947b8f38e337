import type { Browser } from 'playwright-core';
import { readTenDigits } from '../draw.ts';
import { median } from './median.ts';

interface Recorded {
  readonly answered: number[];
  readonly painted: number[];
}

/**
 * From a pointer event, as the browser stamps it, to the answer to it in the document, and to the frame
 * after that, while ten digits are drawn.
 *
 * @returns milliseconds
 */
export async function penToAnswer(browser: Browser, url: string) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('[data-testid="answer"]:not([data-backend=""])').waitFor();
  await page.evaluate(() => {
    const recorded: Recorded = { answered: [], painted: [] };
    (globalThis as { recorded?: Recorded }).recorded = recorded;
    let moved = 0;
    const onMove = (event: Event) => {
      if ((event as PointerEvent).buttons === 1) moved = event.timeStamp;
    };
    // Where the page is told of a move before its frame, it answers that.
    addEventListener('onpointerrawupdate' in window ? 'pointerrawupdate' : 'pointermove', onMove, true);
    const answer = document.querySelector<HTMLElement>('[data-testid="answer"]')!;
    new MutationObserver(() => {
      // While a newer question waits, this is not yet the answer to the last event.
      if (moved === 0 || answer.dataset.settled !== 'true') return;
      const start = moved;
      moved = 0;
      recorded.answered.push(performance.now() - start);
      // A task after the next frame's callbacks: the frame is on its way to the screen.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => recorded.painted.push(performance.now() - start);
        channel.port2.postMessage(undefined);
      });
    }).observe(answer, { attributes: true, attributeFilter: ['data-sequence'] });
  });
  await readTenDigits(page, 0);
  const { answered, painted } = await page.evaluate(() => (globalThis as { recorded?: Recorded }).recorded!);
  await page.close();
  return {
    count: answered.length,
    answeredMedianMilliseconds: median(answered),
    paintedMedianMilliseconds: median(painted),
  };
}
