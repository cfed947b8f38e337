// The shortest way through the page. Everything else is in the *.full.test.ts files.
import { expect, test } from 'vitest';
import { answerTo, clearPaper, drawDigit, readTenDigits, shownAnswer } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();

test('drawn digits are read at once by the engine, then by TensorFlow.js, and nothing else happens', async () => {
  const { page, complaints } = await openPage(site.browser, site.address);
  expect(await shownAnswer(page)).toMatchObject({ sequence: '0', digit: '', decision: 'blank' });
  const { read, rightCount } = await readTenDigits(page, 0);
  expect(rightCount, `read ${read.join(' ')}`).toBeGreaterThanOrEqual(9);
  await page.locator('[data-testid="answer"][data-backend="wasm"]').waitFor();
  expect(complaints).toEqual([]);
}, 180_000);

test('the sequence grows with each answer, and clearing is one', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  const drawn = await drawDigit(page, 1, 3);
  const cleared = await clearPaper(page);
  expect(Number(cleared.sequence)).toBe(Number(drawn.sequence) + 1);
  expect(cleared).toMatchObject({ digit: '', decision: 'blank', probability: '', backend: 'engine' });
  await expect.poll(() => page.locator('main').getByRole('status').textContent()).toBe('Nothing drawn yet.');
  await drawDigit(page, 3, 1);
  expect((await answerTo(page, () => page.keyboard.press('Escape'))).decision).toBe('blank');
}, 180_000);
