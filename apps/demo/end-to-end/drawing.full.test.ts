import { expect, test } from 'vitest';
import { answerTo, drawDigit, drawRing, shownAnswer } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();
// A fixed network: which is the usual one depends on what is published.
const query = '?backend=engine&model=lenet-report';

test('a finger draws, and the page does not scroll under it', async () => {
  const viewport = { width: 360, height: 640 };
  const { page } = await openPage(site.browser, site.address, {
    query,
    viewport,
    hasTouch: true,
    isMobile: true,
  });
  await page.getByTestId('canvas').scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const touches = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    touches.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: y === undefined ? [] : [{ x: box.x + box.width / 2, y: box.y + y * box.height }],
    });
  const answer = await answerTo(page, async () => {
    await touch('touchStart', 0.85);
    for (let y = 0.8; y > 0.15; y -= 0.05) await touch('touchMove', y);
    await touch('touchEnd');
  });
  expect(answer.digit).toBe('1');
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
}, 180_000);

test('undo, redo and clear, by button and by key', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  await drawRing(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  expect((await answerTo(page, () => undo.click())).decision).toBe('blank');
  expect(await undo.isDisabled()).toBe(true);
  expect((await answerTo(page, () => page.getByRole('button', { name: 'Redo' }).click())).digit).toBe('0');
  expect((await answerTo(page, () => page.getByTestId('clear').click())).decision).toBe('blank');
  expect((await answerTo(page, () => page.keyboard.press('Control+z'))).digit).toBe('0');
  expect((await answerTo(page, () => page.keyboard.press('Control+z'))).decision).toBe('blank');
  expect((await answerTo(page, () => page.keyboard.press('Control+Shift+z'))).digit).toBe('0');
}, 180_000);

test('a digit is drawn by keyboard alone', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const canvas = page.getByTestId('canvas');
  // From the start of the page with Tab, as somebody without a mouse does.
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab');
    if (await canvas.evaluate((element) => element === document.activeElement)) break;
  }
  expect(await canvas.evaluate((element) => element === document.activeElement)).toBe(true);
  for (let step = 0; step < 9; step++) await page.keyboard.press('ArrowUp');
  const place = page.getByTestId('grid-place');
  expect(await place.textContent()).toBe('Row 6, column 15, no ink');
  const dot = await answerTo(page, () => page.keyboard.press('Space'));
  expect(Number(dot.sequence)).toBeGreaterThan(0);
  expect(await place.textContent()).toBe('Row 6, column 15, ink');
  for (let step = 0; step < 17; step++) await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(async () => (await shownAnswer(page)).digit).toBe('1');
  // The same key takes the ink away again.
  await page.keyboard.press('Space');
  expect(await place.textContent()).toBe('Row 23, column 15, no ink');
}, 180_000);

test('a reload keeps the drawing', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const before = await drawDigit(page, 2, 2);
  await page.reload();
  await expect.poll(async () => (await shownAnswer(page)).digit).toBe(before.digit);
}, 180_000);

test('a sample is read', async () => {
  const { page } = await openPage(site.browser, site.address, { query });
  const sample = page.getByRole('button', { name: 'A sample of 3' });
  await expect.poll(() => sample.isEnabled()).toBe(true);
  expect((await answerTo(page, () => sample.click())).digit).toBe('3');
}, 180_000);
