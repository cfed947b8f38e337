import { generateStrokes } from '@lenet/core/synthetic';
import type { Browser, Page } from 'playwright-core';
import { answerTo, clearPaper, drawDigit } from '../draw.ts';
import { openPage } from '../open-page.ts';
import { createFilm } from './film.ts';

/** Digit, which of the synthetic ones, and its place on the paper. */
const scenes = [
  [{ digit: 7, item: 7, left: 0.04, top: 0.04, size: 0.92 }],
  [{ digit: 3, item: 1, left: 0.04, top: 0.04, size: 0.92 }],
  [
    { digit: 4, item: 2, left: 0, top: 0.2, size: 0.54 },
    { digit: 2, item: 1, left: 0.48, top: 0.2, size: 0.54 },
  ],
];

/** The drawing page with two digits on it. */
export async function takeScreenshot(browser: Browser, address: string, path: string): Promise<void> {
  const { page } = await openPage(browser, address, {
    viewport: { width: 1200, height: 760 },
    deviceScaleFactor: 1.5,
  });
  for (const { digit, item, ...place } of scenes[2]) await drawDigit(page, digit, item, place);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(2500); // samples are there, bars have moved
  await page.screenshot({ path });
  await page.close();
}

/** Digits are drawn on the drawing page, and read. */
export async function filmDrawing(browser: Browser, address: string, path: string): Promise<void> {
  const { page } = await openPage(browser, address, { viewport: { width: 1000, height: 640 } });
  await page.waitForTimeout(2500);
  const film = createFilm();
  for (const digits of scenes) {
    for (const digit of digits) await drawSlowly(page, digit, () => film.addFrame(page));
    await page.waitForTimeout(300);
    await film.addFrame(page, 1400);
    await clearPaper(page);
    await page.waitForTimeout(300);
    await film.addFrame(page, 300);
  }
  await film.save(path);
  await page.close();
}

/** Draws a digit in a dozen steps a stroke, each of them shown. */
async function drawSlowly(
  page: Page,
  { digit, item, left, top, size }: (typeof scenes)[number][number],
  addFrame: () => Promise<void>,
): Promise<void> {
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const { strokes } = generateStrokes({ digit, seed: 1, item, split: 'test' });
  for (const stroke of strokes) {
    const move = ({ x, y }: { x: number; y: number }) =>
      page.mouse.move(box.x + (left + x * size) * box.width, box.y + (top + y * size) * box.height);
    await move(stroke[0]);
    await page.mouse.down();
    for (const [index, point] of stroke.entries()) {
      await move(point);
      if (index % 3 === 2) await addFrame();
    }
    await answerTo(page, () => page.mouse.up());
    await addFrame();
  }
}
