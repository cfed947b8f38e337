import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { drawDigit } from '../draw.ts';

/**
 * What a first visit loads until the first answer, page and weights together.
 *
 * @returns bytes as gzip sends them, of all files and of each
 */
export async function firstAnswerBytes(browser: Browser, address: string) {
  const page = await browser.newPage();
  const files: Record<string, number> = {};
  const bodies: Promise<unknown>[] = [];
  let isAnswered = false;
  page.on('response', (response) => {
    if (isAnswered) return;
    const name = new URL(response.url()).pathname;
    bodies.push(
      response.body().then((body) => {
        files[name] = gzipSync(body, { level: 9 }).length;
      }),
    );
  });
  await page.goto(`${address}?backend=engine`);
  await page.locator('[data-testid="answer"][data-backend="engine"]').waitFor();
  await drawDigit(page, 1, 0);
  isAnswered = true;
  await Promise.all(bodies);
  await page.close();
  return { total: Object.values(files).reduce((sum, bytes) => sum + bytes, 0), files };
}
