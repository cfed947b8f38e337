import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
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
  expect(text('.summary')).toBe(
    'A network of 44,426 parameters, lenet-report, was trained for 2 epochs on MNIST. It misread 2 of 200 test images: its accuracy is 99.00 %, with a 95 % interval from 96.43 % to 99.73 %.',
  );
  const facts = [...document.querySelectorAll('.facts div')].map((fact) => [
    fact.querySelector('dt')?.textContent,
    fact.querySelector('dd')?.textContent,
  ]);
  expect(Object.fromEntries(facts)).toEqual({
    'Test accuracy': '99.00 %',
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
  expect(document.querySelectorAll('script[src], iframe, object, embed').length).toBe(0);
  const addresses = page.match(/(https?:)?\/\/[^\s"'<>)]+/g) ?? [];
  expect(new Set(addresses.filter((address) => address.startsWith('http')))).toEqual(
    new Set(['http://www.w3.org/2000/svg']),
  );
  expect(page).not.toMatch(/@import|url\(/);
});

test('the style and the script of the page are those that its security policy names', async () => {
  const { document } = await render(exampleReportInput());
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content');
  for (const kind of ['style', 'script']) {
    const elements = document.querySelectorAll(kind);
    expect(elements).toHaveLength(1);
    const digest = createHash('sha256').update(elements[0].textContent).digest('base64');
    expect(policy).toContain(`${kind}-src 'sha256-${digest}'`);
  }
  expect(document.querySelectorAll('[style]')).toHaveLength(0);
});

test('synthetic digits are announced above the result and in the title', async () => {
  const { page, text } = await render(exampleReportInput({ data: syntheticData }));
  expect(text('.banner strong')).toBe('Synthetic digits, not MNIST');
  expect(text('title')).toBe('Synthetic digits, not MNIST: example');
  expect(page.indexOf('class="banner"')).toBeLessThan(page.indexOf('class="summary"'));
});

test('MNIST is attributed wherever its images are, and where the data is described', async () => {
  const { document, text } = await render(exampleReportInput());
  const attribution = 'MNIST, by Y. LeCun, C. Cortes and C. J. C. Burges.';
  for (const place of [
    '#samples figcaption',
    '#confusion figcaption',
    '#misclassified figcaption',
    '#maps figcaption',
    '#data',
  ]) {
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
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('<img');
});

test('classes are called by their names wherever they are told', async () => {
  const names = 'T-shirt/top,Trouser,Pullover,<b>Dress</b>,Coat,Sandal,Shirt,Sneaker,Bag,Ankle boot'.split(
    ',',
  );
  const data = { ...syntheticData, kind: 'idx' as const, classes: names };
  const { document, figures, text, page } = await render(exampleReportInput({ data }));
  expect(page).not.toContain('<b>Dress');
  const heads = [...document.querySelectorAll('.matrix tbody th')].map((head) => head.textContent);
  expect(heads).toEqual(names);
  expect(document.querySelector('#classes pre')?.textContent).toContain(
    '\n<b>Dress</b>       1.00      0.95',
  );
  expect(text('#misclassified li b')).toBe('<b>Dress</b> read as Sandal');
  expect(text('#cell-3-5 h3')).toBe('<b>Dress</b> read as Sandal');
  expect(text('#samples li')).toBe('T-shirt/top');
  expect(text('#maps .given')).toContain('labelled T-shirt/top and read as T-shirt/top');
  for (const { name, svg } of figures) {
    if (['misclassified', 'confusion-matrix', 'class-scores'].includes(name)) {
      expect(svg, name).toContain('&lt;b&gt;Dress&lt;/b&gt;');
    }
  }
});

test('each cell of the matrix that has images opens on them', async () => {
  const { document, text } = await render(exampleReportInput());
  const buttons = [...document.querySelectorAll('.matrix button')];
  // Ten classes on the diagonal and two errors.
  expect(buttons).toHaveLength(12);
  for (const button of buttons) {
    expect(document.getElementById(button.getAttribute('popovertarget')!)?.hasAttribute('popover')).toBe(
      true,
    );
  }
  expect(buttons[3].getAttribute('aria-label')).toBe('19 95.0 %: 3 read as 3');
  expect(document.querySelectorAll('#cell-3-3 li')).toHaveLength(19);
  expect(document.querySelectorAll('#cell-0-0 li')).toHaveLength(20);
  expect(text('#cell-3-5 p')).toBe(
    '1 of 20 test images of 3 (5.0 %). Under each: the probability of 5, and the number of the image in the test set.',
  );
  expect(text('#cell-3-5 li')).toBe('85.8 %no. 3');
});

test('a tile shows the piece of the sprite that its image is in', async () => {
  const { document } = await render(exampleReportInput());
  const tile = document.querySelector('#cell-3-5 .tile')!;
  const [left, top, width, height] = tile.getAttribute('viewBox')!.split(' ').map(Number);
  const id = tile.querySelector('use')!.getAttribute('href')!.slice(1);
  const uri = document.getElementById(id)!.getAttribute('href')!;
  const ink = await sharp(Buffer.from(uri.split(',')[1], 'base64'))
    .extract({ left, top, width, height })
    .extractChannel(3)
    .raw()
    .toBuffer();
  const { pixels } = exampleReportInput().test;
  expect([...ink]).toEqual([...pixels.subarray(3 * 784, 4 * 784)]);
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
  expect(text('#misclassified p')).toBe('No test image was misclassified.');
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

test('misclassified digits are shown with what they are, what they were read as, and how surely', async () => {
  const { figures, text } = await render(exampleReportInput());
  // exp(4) / (exp(4) + 9) and 1 / (exp(4) + 9)
  expect(text('#misclassified li')).toBe('3 read as 55: 85.8 %3: 1.6 %');
  const { description, svg } = figures.find(({ name }) => name === 'misclassified')!;
  expect(description).toBe('2 misclassified test images: 3 read as 5, 7 read as 1.');
  expect(svg).toContain('85.8 %');
});

test('forty misclassified digits are drawn at most', async () => {
  const misread = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [index * 4, (index * 4 + 1) % 10]),
  );
  const { document, text } = await render(exampleReportInput({}, misread));
  expect(document.querySelectorAll('#misclassified .tile')).toHaveLength(40);
  expect(text('#misclassified figcaption')).toContain('40 of 50 errors');
});

test('figures have a title that is read aloud, and tables captions and scopes', async () => {
  const { document } = await render(exampleReportInput());
  expect(document.documentElement.getAttribute('lang')).toBe('en');
  const drawings = [...document.querySelectorAll('figure svg.plot')];
  expect(drawings).toHaveLength(6);
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
