import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { exampleEpoch, exampleReportInput } from '../testing/example-report-input.js';
import { renderReport } from './render-report.js';
import type { ReportInput } from './report-input.js';

async function render(input: ReportInput) {
  const { page, figures } = await renderReport(input);
  const { document } = parseHTML(page);
  const text = (selector: string) =>
    document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
  return { page, figures, document, text };
}

const syntheticData: ReportInput['data'] = {
  kind: 'synthetic',
  title: 'synthetic stroke digits (not MNIST)',
  origin: 'the generator, seed 7',
  files: [],
  trainingCount: 100,
  testCount: 200,
};

test('the headline has the result and what it was made with', async () => {
  const { text, document } = await render(exampleReportInput());
  expect(text('h1')).toBe('example');
  expect(text('.accuracy')).toBe('Test accuracy on MNIST99.00 %2 of 200 test images misread');
  const facts = [...document.querySelectorAll('.facts div')].map((fact) => [
    fact.querySelector('dt')?.textContent,
    fact.querySelector('dd')?.textContent,
  ]);
  expect(Object.fromEntries(facts)).toEqual({
    'Test loss': '0.1942',
    Epochs: '2',
    Time: '1 min 07 s',
    Seed: '7',
    Parameters: '44,426',
    Backend: 'a backend',
  });
});

test('the page needs nothing but itself', async () => {
  const { page, document } = await render(exampleReportInput());
  const references = [...document.querySelectorAll('[src], [href]')].flatMap((element) =>
    ['src', 'href'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  expect(references.length).toBeGreaterThan(12);
  expect(references.filter((reference) => !/^(#|data:)/.test(reference))).toEqual([]);
  expect(document.querySelectorAll('script, iframe, object, embed').length).toBe(0);
  const addresses = page.match(/(https?:)?\/\/[^\s"'<>)]+/g) ?? [];
  expect(new Set(addresses.filter((address) => address.startsWith('http')))).toEqual(
    new Set(['http://www.w3.org/2000/svg']),
  );
  expect(page).not.toMatch(/@import|url\(/);
});

test('synthetic digits are announced above the result and in the title', async () => {
  const { page, text } = await render(exampleReportInput({ data: syntheticData }));
  expect(text('.banner strong')).toBe('Synthetic digits, not MNIST');
  expect(text('title')).toBe('Synthetic digits, not MNIST: example');
  expect(page.indexOf('class="banner"')).toBeLessThan(page.indexOf('class="result"'));
});

test('MNIST is attributed wherever its images are, and where the data is described', async () => {
  const { document, text } = await render(exampleReportInput());
  const attribution = 'MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges.';
  for (const place of ['.samples figcaption', '.misclassified figcaption', '#data']) {
    expect(text(place), place).toContain(attribution);
  }
  expect(text('#data')).toContain('ab'.repeat(32));
  expect(document.querySelector('.banner')).toBeNull();
});

test('the data says how many of its images were used', async () => {
  const data = { ...syntheticData, trainingTotal: 60_000 };
  const { text } = await render(exampleReportInput({ data }));
  expect(text('#data')).toContain('100 of 60,000 training images and 200 test images.');
});

test('the model is summed up as Keras does, the scores as scikit-learn does', async () => {
  const { document } = await render(exampleReportInput());
  expect(document.querySelector('#model pre')?.textContent).toContain('Total params: 44,426');
  const lines = document.querySelector('#classes pre')?.textContent.split('\n') ?? [];
  // Class 3: 20 images, of which one was read as a 5.
  expect(lines[5]).toBe('           3       1.00      0.95      0.97        20');
});

test('a hostile name stays text', async () => {
  const name = '</title><script>alert(1)</script>"\'&<img src=x onerror=alert(1)>';
  const { document, page } = await render(
    exampleReportInput({
      name,
      command: name,
      config: { option: name },
      environment: { cpu: name },
      data: { ...syntheticData, title: name, origin: name },
    }),
  );
  expect(document.querySelector('h1')?.textContent).toBe(name);
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<img');
});

test('one epoch without a validation set makes a whole report', async () => {
  const { validation: _, ...record } = exampleEpoch(1);
  const { page, text, document } = await render(exampleReportInput({ history: [record] }));
  expect(text('#training figcaption')).toContain('No validation was made at the end of an epoch.');
  const cells = [...document.querySelectorAll('#training tbody tr > *')].map((cell) => cell.textContent);
  expect(cells).toEqual(['1', '0.2000', '0.9000', 'none', 'none', '0.001', '1.5']);
  expect(page).not.toContain('NaN');
});

test('a perfect result says that there is nothing to show', async () => {
  const { text, figures } = await render(exampleReportInput({}, {}));
  expect(text('#misclassified figcaption')).toBe('No test image was misclassified.');
  expect(figures.find(({ name }) => name === 'misclassified')?.svg).toContain(
    'None: every test image was read right.',
  );
});

test('a class that is never predicted has its row', async () => {
  const misread = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [index * 10 + 4, 9]));
  const { document, page } = await render(exampleReportInput({}, misread));
  const row = document.querySelectorAll('#classes tbody tr')[4];
  expect([...row.children].map((cell) => cell.textContent)).toEqual([
    '4',
    '0.0000',
    '0.0000',
    '0.0000',
    '20',
    '20',
    '9 (20 times)',
  ]);
  expect(page).not.toContain('NaN');
});

test('misclassified digits are drawn with what they are, what they were read as, and how surely', async () => {
  const { figures } = await render(exampleReportInput());
  const { description, svg } = figures.find(({ name }) => name === 'misclassified')!;
  expect(description).toBe('2 misclassified test images: 3 read as 5, 7 read as 1.');
  expect(svg).toContain('85.8 %');
});

test('forty misclassified digits are drawn at most', async () => {
  const misread = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [index * 4, (index * 4 + 1) % 10]),
  );
  const { document, text } = await render(exampleReportInput({}, misread));
  expect(document.querySelectorAll('.misclassified image')).toHaveLength(40);
  expect(text('#misclassified figcaption')).toContain('40 errors of 50');
});

test('figures have a title that is read aloud, and tables captions and scopes', async () => {
  const { document } = await render(exampleReportInput());
  expect(document.documentElement.getAttribute('lang')).toBe('en');
  const drawings = [...document.querySelectorAll('figure svg.plot')];
  expect(drawings).toHaveLength(5);
  for (const drawing of drawings) {
    expect(drawing.getAttribute('role')).toBe('img');
    expect(drawing.querySelector('title')?.textContent).not.toBe('');
  }
  for (const table of document.querySelectorAll('table')) {
    expect(table.querySelector('caption')?.textContent).not.toBe('');
    expect(table.querySelectorAll('th:not([scope])')).toHaveLength(0);
  }
});

test('the same input gives the same page', async () => {
  const [first, second] = [await render(exampleReportInput()), await render(exampleReportInput())];
  expect(second.page).toBe(first.page);
});
