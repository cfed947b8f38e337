import type { Browser } from 'playwright-core';
import { waitForData } from '../wait-for-data.ts';

/**
 * The training that the training page proposes, from the click to its end.
 *
 * @returns seconds, as the visitor waits and as the page tells; and the share of held-back digits that are read right
 */
export async function trainingInPage(browser: Browser, address: string) {
  const page = await browser.newPage();
  await page.goto(`${address}train/`);
  await page.waitForTimeout(2000); // charts are there
  const start = performance.now();
  await page.getByTestId('train').click();
  await waitForData(page, 'training', 'phase', 'finished', 300_000);
  const waitedSeconds = (performance.now() - start) / 1000;
  const { seconds, accuracy, backend } = await page
    .getByTestId('training')
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  await page.close();
  return { waitedSeconds, toldSeconds: Number(seconds), accuracy: Number(accuracy), backend };
}
