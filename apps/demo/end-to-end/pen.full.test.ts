import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerTo } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();
const query = '?backend=engine&model=lenet-report';

/** The points of the last stroke, as the page keeps them for this session. */
async function lastStroke(page: Page): Promise<readonly { x: number; y: number; pressure?: number }[]> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('lenet-drawing')!).at(-1).points);
}

test('every move of the pen is one point, though the page hears of it before its frame and in it', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const rows = Array.from({ length: 21 }, (_, index) =>
    Math.round(box.y + (0.15 + index * 0.035) * box.height),
  );
  await answerTo(page, async () => {
    await page.mouse.move(box.x + 0.5 * box.width, rows[0]);
    await page.mouse.down();
    for (const row of rows.slice(1)) await page.mouse.move(box.x + 0.5 * box.width, row);
    await page.mouse.up();
  });
  const points = await lastStroke(page);
  expect(points.map(({ y }) => Math.round(box.y + y * box.height))).toEqual(rows);
  expect(points.some(({ pressure }) => pressure !== undefined)).toBe(false);
}, 180_000);

test('a pen that presses harder draws a wider line', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const pen = await page.context().newCDPSession(page);
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', y: number) =>
    pen.send('Input.dispatchMouseEvent', {
      type,
      x: box.x + 0.5 * box.width,
      y: box.y + y * box.height,
      button: 'left',
      buttons: 1,
      clickCount: 1,
      pointerType: 'pen',
      force: y,
    });
  const answer = await answerTo(page, async () => {
    await send('mousePressed', 0.1);
    for (let y = 0.15; y < 0.9; y += 0.05) await send('mouseMoved', y);
    await send('mouseReleased', 0.9);
  });
  expect(answer.digit).toBe('1');
  const pressures = (await lastStroke(page)).map(({ pressure }) => pressure!);
  expect(pressures[0]).toBeCloseTo(0.1, 5);
  expect(pressures).toEqual([...pressures].sort((a, b) => a - b));
  // The paper is drawn in the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  const [thin, wide] = await page.getByTestId('canvas').evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const inkOf = (row: number) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, row, canvas.width, 1);
      return data.filter((value, index) => index % 4 === 3 && value > 127).length;
    };
    return [inkOf(Math.round(0.2 * canvas.height)), inkOf(Math.round(0.8 * canvas.height))];
  });
  // Half the usual width and a fifth, and half and four fifths.
  expect(wide / thin).toBeGreaterThan(1.6);
  expect(wide / thin).toBeLessThan(2.1);
}, 180_000);
