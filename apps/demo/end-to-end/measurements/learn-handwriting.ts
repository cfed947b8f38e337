import type { Browser, Page } from 'playwright-core';
import { misreadDigits } from '../misread-digits.ts';
import { waitForData } from '../wait-for-data.ts';
import { median } from './median.ts';

const TIMES = 5;

/**
 * From the click on "Learn my handwriting" to the figures of what was learned, with ten digits that the network of the
 * page misreads.
 *
 * @returns seconds: at once after the page is opened again, when digits of others are still to be made and the network
 *   to be compiled; and the times after that
 */
export async function learnHandwriting(browser: Browser, address: string) {
  const page = await browser.newPage();
  await page.goto(`${address}teach/`);
  await page.getByTestId('import').setInputFiles(await misreadDigits());
  await waitForData(page, 'teaching', 'count', '10');
  await page.reload();
  await waitForData(page, 'teaching', 'count', '10');
  const atOnce = await learnOnce(page);
  const next: number[] = [];
  for (let time = 0; time < TIMES; time++) next.push(await learnOnce(page));
  await page.close();
  return { atOnceSeconds: atOnce, medianOfNextSeconds: median(next), next };
}

async function learnOnce(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const lab = document.querySelector<HTMLElement>('[data-testid="teaching"]')!;
        const button = document.querySelector<HTMLElement>('[data-testid="learn"]')!;
        const before = lab.dataset.seconds;
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (lab.dataset.seconds === before) return;
          observer.disconnect();
          resolve((performance.now() - start) / 1000);
        });
        observer.observe(lab, { attributes: true, attributeFilter: ['data-seconds'] });
        button.click();
      }),
  );
}
