// Makes the pictures of the documentation from the built site: a screenshot and a short animation of digits
// that are drawn with the mouse. No image of MNIST is in them. node end-to-end/make-pictures.ts FOLDER
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import { generateStrokes } from '@lenet/core/synthetic';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { answerTo, clearPaper, drawDigit } from './draw.ts';
import { openPage } from './open-page.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node end-to-end/make-pictures.ts FOLDER');

/** Digit, which of the synthetic ones, and its place on the paper. */
const scenes = [
  [{ digit: 7, item: 7, left: 0.04, top: 0.04, size: 0.92 }],
  [{ digit: 3, item: 1, left: 0.04, top: 0.04, size: 0.92 }],
  [
    { digit: 4, item: 2, left: 0, top: 0.2, size: 0.54 },
    { digit: 2, item: 1, left: 0.48, top: 0.2, size: 0.54 },
  ],
];
const FRAME_MILLISECONDS = 90;

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)));
const address = await listen(server, 0);
const browser = await launchChromium();
await takeScreenshot();
await recordAnimation();
await browser.close();
server.close();

async function takeScreenshot(): Promise<void> {
  const { page } = await openPage(browser, address, {
    viewport: { width: 1200, height: 760 },
    deviceScaleFactor: 1.5,
  });
  for (const { digit, item, ...place } of scenes[2]) await drawDigit(page, digit, item, place);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(2500); // samples are there, bars have moved
  await page.screenshot({ path: join(folder, 'demo.png') });
  await page.close();
}

async function recordAnimation(): Promise<void> {
  const { page } = await openPage(browser, address, { viewport: { width: 1000, height: 640 } });
  await page.waitForTimeout(2500);
  const frames: Buffer[] = [];
  const delays: number[] = [];
  const addFrame = async (delay = FRAME_MILLISECONDS) => {
    const picture = await page.screenshot({ clip: { x: 0, y: 56, width: 1000, height: 584 } });
    frames.push(await sharp(picture).resize({ width: 800 }).png().toBuffer());
    delays.push(delay);
  };
  for (const digits of scenes) {
    for (const digit of digits) await drawSlowly(page, digit, addFrame);
    await page.waitForTimeout(300);
    await addFrame(1400);
    await clearPaper(page);
    await page.waitForTimeout(300);
    await addFrame(300);
  }
  await sharp(frames, { join: { animated: true } })
    .webp({ delay: delays, loop: 0, quality: 70, effort: 5 })
    .toFile(join(folder, 'demo.webp'));
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
