import { describe, expect, test } from 'vitest';
import { answerTo, drawDigit, drawRing, readTenDigits, shownAnswer } from './draw';
import { openPage } from './open-page';
import { useSite } from './site';

const site = useSite();

describe.each(['engine', 'wasm', 'cpu'])('on the %s backend', (backend) => {
  test('ten digits are read, all by it, and nothing else happens', async () => {
    const { page, complaints } = await openPage(site.browser, site.address, {
      query: `?backend=${backend}`,
    });
    const { read, rightCount, backends } = await readTenDigits(page, 0);
    expect(rightCount, `read ${read.join(' ')}`).toBeGreaterThanOrEqual(9);
    expect([...backends]).toEqual([backend]);
    expect(complaints).toEqual([]);
  }, 240_000);
});

test('the answer follows the pen: it changes while the pen is down', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const at = (x: number, y: number) => page.mouse.move(box.x + x * box.width, box.y + y * box.height);
  await at(0.5, 0.15);
  await page.mouse.down();
  const first = await answerTo(page, () => at(0.5, 0.3));
  for (let y = 0.35; y < 0.85; y += 0.05) await at(0.5, y);
  const second = await answerTo(page, () => at(0.5, 0.85));
  expect(Number(second.sequence)).toBeGreaterThan(Number(first.sequence) + 5);
  expect(second.digit).toBe('1');
}, 180_000);

test('two digits are read as a number', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  await drawDigit(page, 4, 2, { left: 0.02, top: 0.2, size: 0.5 });
  const answer = await drawDigit(page, 2, 1, { left: 0.5, top: 0.2, size: 0.5 });
  expect(answer).toMatchObject({ digit: '42', decision: 'digit' });
  const status = page.locator('main').getByRole('status');
  await expect.poll(() => status.textContent()).toBe('2 digits: this is 42.');
}, 180_000);

test('two digits that touch are taken apart', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  await drawDigit(page, 4, 2, { left: 0.1, top: 0.2, size: 0.5 });
  const answer = await drawDigit(page, 2, 1, { left: 0.28, top: 0.2, size: 0.5 });
  expect(answer).toMatchObject({ digit: '42', decision: 'digit' });
}, 180_000);

test('four small digits are read as a number', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  for (const [index, digit] of [2, 0, 2, 6].entries()) {
    await drawDigit(page, digit, index, { left: index / 4, top: 0.3, size: 0.27 });
  }
  expect(await shownAnswer(page)).toMatchObject({ digit: '2026', decision: 'digit' });
}, 180_000);

test('what is no digit is unsure, and said to be', async () => {
  const { page } = await openPage(site.browser, site.address, {
    query: '?backend=engine&model=drawn-digits',
  });
  const box = (await page.getByTestId('canvas').boundingBox())!;
  const answer = await answerTo(page, () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
  expect(answer.decision).toBe('unsure');
  const status = page.locator('main').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toMatch(/^Unsure: this hardly looks like a digit\. The nearest is an? \d\.$/);
}, 180_000);

test('the three backends agree, and each tells its time', async () => {
  const { page } = await openPage(site.browser, site.address);
  await drawDigit(page, 3, 1);
  await page.getByRole('button', { name: 'Compare their speed' }).click();
  const comparison = page.getByTestId('comparison');
  await comparison.locator('tbody tr').nth(2).waitFor({ state: 'attached', timeout: 60_000 });
  const rows = await comparison
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(rows.map(([name]) => name)).toEqual([
    'Lenet engine',
    'TensorFlow.js, WebAssembly',
    'TensorFlow.js, plain JavaScript',
  ]);
  for (const [, time] of rows) expect(Number.parseFloat(time!)).toBeGreaterThan(0);
  expect(rows.map(([, , difference]) => difference)).toEqual(['–', 'below 0.000001', 'below 0.000001']);
}, 240_000);

test('the chosen backend takes over, and reads what is on the paper again', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=engine' });
  const before = await drawRing(page);
  const after = await answerTo(page, () => page.getByRole('radio', { name: 'JavaScript' }).check());
  expect([before.backend, after.backend]).toEqual(['engine', 'cpu']);
  expect(Number(after.probability)).toBeCloseTo(Number(before.probability), 5);
}, 180_000);

test('where WebAssembly of TensorFlow.js fails, the engine reads on and the visitor is told', async () => {
  const context = await site.browser.newContext();
  await context.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  const page = await context.newPage();
  await page.goto(`${site.address}?backend=wasm&model=lenet-report`);
  const notice = page.locator('main').getByRole('alert');
  await notice.waitFor({ state: 'attached', timeout: 90_000 });
  expect(await notice.textContent()).toBe(
    'TensorFlow.js, WebAssembly did not start (TensorFlow.js could not start its wasm backend). Lenet engine reads instead, with the same answers.',
  );
  expect(await drawRing(page)).toMatchObject({ backend: 'engine', digit: '0' });
}, 180_000);

test('damaged weights are refused, and the visitor is told', async () => {
  const context = await site.browser.newContext();
  await context.route('**/weights-int8.bin', (route) => route.fulfill({ body: 'abc' }));
  const page = await context.newPage();
  await page.goto(site.address);
  const failure = page.locator('main').getByRole('alert');
  await failure.waitFor({ state: 'attached', timeout: 90_000 });
  expect(await failure.textContent()).toMatch(
    /^Nothing can be read: Model file "weights-int8.bin": expected \d+ bytes, got 3\. It is cut short\. Take the whole folder again from where it came from\.$/,
  );
  expect(await shownAnswer(page)).toMatchObject({ sequence: '0', backend: '' });
}, 180_000);

test('an address that names what does not exist gets a word, and the usual ones read', async () => {
  const { page } = await openPage(site.browser, site.address, { query: '?backend=quantum&model=none' });
  const notices = await page.locator('main').getByRole('alert').allTextContents();
  expect(notices).toEqual([
    expect.stringContaining('There is no backend "quantum"'),
    expect.stringContaining('There is no model "none"'),
  ]);
  expect((await drawRing(page)).decision).not.toBe('blank');
}, 180_000);
