import type { Browser } from 'playwright-core';
import { drawDigit } from '../draw.ts';
import { waitUntilKept } from '../wait-until-kept.ts';
import { median } from './median.ts';

/**
 * From navigation to the first answer, to the drawing of the session, with the site on the device.
 *
 * @returns milliseconds
 */
export async function firstAnswerTimes(browser: Browser, address: string) {
  const page = await browser.newPage();
  await page.goto(address);
  await waitUntilKept(page);
  await drawDigit(page, 3, 1);
  await page.addInitScript(() => {
    const look = () => {
      const answer = document.querySelector<HTMLElement>('[data-testid="answer"]');
      if (Number(answer?.dataset.sequence) > 0) {
        (globalThis as { firstAnswer?: number }).firstAnswer = performance.now();
        observer.disconnect();
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
  const times: number[] = [];
  for (let visit = 0; visit < 7; visit++) {
    await page.reload();
    await page.waitForFunction(() => 'firstAnswer' in globalThis, undefined, { timeout: 30_000 });
    times.push(await page.evaluate(() => (globalThis as { firstAnswer?: number }).firstAnswer!));
  }
  await page.close();
  return { medianMilliseconds: median(times), times };
}
