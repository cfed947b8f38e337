import { fileURLToPath } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';
import { answerTo, clearPaper, drawDigit, shownAnswer } from './draw';
import { openPage } from './open-page';

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)));
let browser: Browser;
let address: string;

beforeAll(async () => {
  address = await listen(server, 0);
  browser = await launchChromium();
}, 60_000);
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

describe.each(['wasm', 'cpu'])('in Chromium, on the %s backend', (backend) => {
  test('drawn digits are read, and nothing else happens', async () => {
    const { page, complaints } = await openPage(browser, address, { query: `?backend=${backend}` });
    const read: (string | undefined)[] = [];
    for (let digit = 0; digit < 10; digit++) {
      const answer = await drawDigit(page, digit, digit);
      expect(answer.backend).toBe(backend);
      expect(['digit', 'unsure']).toContain(answer.decision);
      expect(Number(answer.probability)).toBeGreaterThan(0.1);
      read.push(answer.digit);
      await clearPaper(page);
    }
    const rightCount = read.filter((digit, index) => digit === String(index)).length;
    expect(rightCount, `read ${read.join(' ')}`).toBeGreaterThanOrEqual(9);
    expect(complaints).toEqual([]);
  }, 60_000);
});

test('the sequence grows with each answer, and clearing is one', async () => {
  const { page } = await openPage(browser, address);
  expect(await shownAnswer(page)).toMatchObject({ sequence: '0', digit: '', decision: 'blank' });
  const drawn = await drawDigit(page, 1, 3);
  const cleared = await clearPaper(page);
  expect(Number(cleared.sequence)).toBe(Number(drawn.sequence) + 1);
  expect(cleared).toMatchObject({ digit: '', decision: 'blank', probability: '' });
  expect(await page.getByRole('status').textContent()).toBe('Nothing drawn yet.');
}, 30_000);

test('the paper is cleared by keyboard', async () => {
  const { page } = await openPage(browser, address);
  await drawDigit(page, 3, 1);
  await page.keyboard.press('Tab');
  expect(await page.getByTestId('clear').evaluate((button) => button === document.activeElement)).toBe(true);
  expect((await answerTo(page, () => page.keyboard.press('Enter'))).decision).toBe('blank');
  await drawDigit(page, 3, 1);
  expect((await answerTo(page, () => page.keyboard.press('Escape'))).decision).toBe('blank');
}, 30_000);

test('a finger draws, and the page does not scroll under it', async () => {
  const viewport = { width: 360, height: 640 };
  const { page } = await openPage(browser, address, { viewport, hasTouch: true, isMobile: true });
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
  expect(await page.evaluate(() => scrollY)).toBe(0);
}, 30_000);

test('where WebAssembly fails, plain JavaScript reads and the visitor is told', async () => {
  const context = await browser.newContext();
  await context.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  const page = await context.newPage();
  await page.goto(address);
  // Attached, not visible: the packed Chromium has no fonts, so its text takes no room.
  const notice = page.getByTestId('answer').getByRole('alert');
  await notice.waitFor({ state: 'attached', timeout: 20_000 });
  expect(await notice.textContent()).toBe(
    'WebAssembly did not start (TensorFlow.js could not start its wasm backend). Plain JavaScript reads instead: slower, with the same answers.',
  );
  expect(await drawDigit(page, 0, 0)).toMatchObject({ backend: 'cpu', digit: '0' });
}, 30_000);

test('damaged weights are refused, and the visitor is told', async () => {
  const context = await browser.newContext();
  await context.route('**/weights.bin', (route) => route.fulfill({ body: 'abc' }));
  const page = await context.newPage();
  await page.goto(address);
  const failure = page.getByTestId('answer').getByRole('alert');
  await failure.waitFor({ state: 'attached', timeout: 20_000 });
  expect(await failure.textContent()).toBe(
    'Nothing can be read: Model file "weights.bin": expected 177704 bytes, got 3. It is cut short. Take the whole folder again from where it came from.',
  );
  expect(await shownAnswer(page)).toMatchObject({ sequence: '0', backend: '' });
}, 30_000);
