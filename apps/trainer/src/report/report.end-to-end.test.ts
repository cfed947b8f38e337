// The page in a real browser: what it looks like to axe, the keyboard, the printer and the network.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '@lenet/chromium';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { comparisonPanels } from '../comparison/comparison-figure.js';
import { renderComparisonPage } from '../comparison/comparison-page.js';
import { exampleComparison } from '../testing/example-comparison.js';
import { exampleReportInput } from '../testing/example-report-input.js';
import { manyClassesInput } from '../testing/many-classes-input.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';

type Browser = Awaited<ReturnType<typeof launchChromium>>;
type ContextOptions = Parameters<Browser['newContext']>[0];

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const cell = '.matrix [popovertarget="cell-3-5"]';
let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-page-'));
  for (const [name, input] of Object.entries({
    worst: worstInput(),
    small: exampleReportInput(),
    many: manyClassesInput(),
  })) {
    writeFileSync(join(folder, `${name}.html`), (await renderReport(input)).page);
  }
  const comparison = exampleComparison();
  const panels = comparisonPanels(comparison.runs);
  writeFileSync(join(folder, 'comparison.html'), renderComparisonPage(comparison, panels, new Date(0)));
  browser = await launchChromium();
}, 120_000);
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** 5,000 test images, of which a tenth was misread. */
function worstInput(): ReportInput {
  const errors = Array.from({ length: 500 }, (_, error) => [error * 10 + (error % 10), (error * 7 + 3) % 10]);
  return exampleReportInput({}, Object.fromEntries(errors), 5000);
}

/** Opens a page, and collects what it should not do: ask for anything, or complain. */
async function open(name: 'worst' | 'small' | 'many' | 'comparison', options: ContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(join(folder, `${name}.html`)).href;
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.goto(address);
  return { page, complaints };
}

type Page = Awaited<ReturnType<typeof open>>['page'];
const openedCells = (page: Page) =>
  page.locator(':popover-open').evaluateAll((cells) => cells.map(({ id }) => id));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('popovertarget'));

/** @param context what axe looks at. @default everything but the rows of a matrix behind its fourth, which are alike */
async function findViolations(
  page: Page,
  context: object = { exclude: ['.matrix tbody tr:nth-child(n + 5)'] },
): Promise<string[]> {
  await page.addScriptTag({ path: axePath });
  return page.evaluate(async (context) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    const { violations } = await axe.run(context);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length} times, e.g. ${nodes[0].html}`);
  }, context);
}

test.each(['worst', 'many'] as const)('the page of a %s case is within 1.5 MB', (name) => {
  expect(statSync(join(folder, `${name}.html`)).size).toBeLessThan(1.5e6);
});

test.each([
  ['worst', 'light', 1280],
  ['worst', 'dark', 390],
  ['many', 'light', 390],
  ['many', 'dark', 1280],
] as const)('axe finds nothing in the %s case on %s at %i pixels', async (name, colorScheme, width) => {
  const viewport = { width, height: 900 };
  const { page } = await open(name, { colorScheme, viewport, bypassCSP: true });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await findViolations(page)).toEqual([]);
  await page.locator('.matrix button').first().click();
  const [opened] = await openedCells(page);
  expect(await findViolations(page, { include: [`#${opened}`] })).toEqual([]);
});

test.each([
  ['light', 390],
  ['dark', 1280],
] as const)('the page of a comparison has no fault on %s at %i pixels', async (colorScheme, width) => {
  const viewport = { width, height: 900 };
  const { page, complaints } = await open('comparison', { colorScheme, viewport, bypassCSP: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await findViolations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a cell opens by Enter on its images, and Escape closes it', async () => {
  const { page, complaints } = await open('small');
  await page.locator(cell).focus();
  await page.keyboard.press('Enter');
  expect(await openedCells(page)).toEqual(['cell-3-5']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Close');
  const dialog = page.getByRole('dialog', { name: '3 read as 5' });
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['85.8 %\nno. 3']);
  await page.keyboard.press('Escape');
  expect(await openedCells(page)).toEqual([]);
  expect(await focused(page)).toBe('cell-3-5');
  expect(complaints).toEqual([]);
});

test('what a cell shows is the image that was misread', async () => {
  const { page } = await open('small', { viewport: { width: 1280, height: 1400 } });
  await page.locator(cell).click();
  const tile = await page.locator('#cell-3-5 .tile').screenshot();
  // A bar in the middle of the tile, and nothing at its corner: read from the picture of the screen.
  const sharp = (await import('sharp')).default;
  const { data, info } = await sharp(tile).greyscale().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    data[Math.floor(y * info.height) * info.width + Math.floor(x * info.width)];
  // Rows 18 to 25, columns 12 to 15 of 28: see exampleReportInput.
  expect(at(0.5, 0.78)).toBeLessThan(60);
  expect(at(0.5, 0.55)).toBeGreaterThan(220);
  expect(at(0.3, 0.78)).toBeGreaterThan(220);
});

test('the matrix is one stop of the Tab key, with arrow keys between its cells', async () => {
  const { page } = await open('small');
  await page.locator('.matrix button').first().focus();
  const walk = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return focused(page);
  };
  expect(await walk('ArrowDown')).toBe('cell-0-0');
  expect(await walk('End')).toBe('cell-0-0');
  await page.locator('.matrix [popovertarget="cell-3-3"]').focus();
  // The cell between holds no image.
  expect(await walk('ArrowRight')).toBe('cell-3-5');
  expect(await walk('ArrowDown')).toBe('cell-5-5');
  expect(await walk('ArrowUp', 'Home')).toBe('cell-3-3');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.matrix') === null)).toBe(true);
});

test('without JavaScript cells open all the same', async () => {
  const { page } = await open('small', { javaScriptEnabled: false });
  await page.locator(cell).click();
  expect(await page.locator('#cell-3-5 li').isVisible()).toBe(true);
});

test.each([
  ['worst', 390],
  ['many', 390],
  ['many', 768],
  ['many', 1280],
] as const)('the %s case is no wider than a window of %i pixels', async (name, width) => {
  const { page, complaints } = await open(name, { viewport: { width, height: 900 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(complaints).toEqual([]);
});

test.each(['worst', 'many'] as const)('on paper nothing of the %s case is cut off', async (name) => {
  // The width of A4 less the margins of the page: 178 mm at 96 pixels an inch.
  const width = Math.round((178 / 25.4) * 96);
  const { page } = await open(name, { viewport: { width, height: 1000 }, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  const tooWide = await page.evaluate((width) => {
    const shown = Array.from(document.querySelectorAll('main *, header *')).filter((element) =>
      element.checkVisibility(),
    );
    return shown
      .filter(
        (element) => !element.closest('svg *, caption') && element.getBoundingClientRect().right > width + 1,
      )
      .map((element) => element.outerHTML.slice(0, 120));
  }, width);
  expect(tooWide).toEqual([]);
  // Dark ink on white paper, whatever the screen.
  const colour = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(colour).toBe('rgb(26, 35, 48)');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const pageCount = pdf.match(/\/Type\s*\/Page\b/g)?.length;
  expect(pageCount).toBeGreaterThanOrEqual(6);
  expect(pageCount).toBeLessThanOrEqual(12);
});
