import { encodeIdx } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { expectAccessible } from './page-checks';
import { useSite } from './site';
import { waitForData } from './wait-for-data';

const site = useSite();
const path = '/results/';
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(content),
});

test('the matrix follows the epoch, and axe finds nothing', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  const name = page.getByTestId('matrix-name');
  const says = (words: string) => expect.poll(() => name.textContent()).toContain(words);
  await says('At the end, on 10,000 test images');
  await page.getByRole('slider').press('Home');
  await says('After epoch 1, on 5,000 images held out');
  await page.getByRole('radio', { name: 'dense-baseline' }).check();
  await says('At the end');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
}, 180_000);

/** Test files of synthetic digits, named as MNIST's are. */
function dataFiles({ pixels, labels, count }: ReturnType<typeof generateDigits>) {
  return [
    file('t10k-images-idx3-ubyte', encodeIdx({ dimensions: [count, 28, 28], values: pixels })),
    file('t10k-labels-idx1-ubyte', encodeIdx({ dimensions: [count], values: labels })),
  ];
}

test('data files show what the network that is shown makes of them, image by image', async () => {
  const { page, complaints } = await openPage(site.browser, site.address, { path });
  const digits = generateDigits({ count: 300, seed: 3, split: 'test' });
  await page.getByTestId('files').setInputFiles(dataFiles(digits));
  await waitForData(page, 'results', 'images', '300');
  const name = page.getByTestId('matrix-name');
  await expect
    .poll(() => name.textContent())
    .toMatch(/^Your 300 images, read here by the published lenet-report: \d/);
  // Each cell has as many images as it counts, and all cells together are all images.
  const cells = page.getByTestId('matrix').getByRole('button');
  const counts = await cells.evaluateAll((all) => all.map((cell) => Number(cell.textContent)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
  const most = counts.indexOf(Math.max(...counts));
  await cells.nth(most).click();
  await waitForData(page, 'cell-images', 'count', String(counts[most]));
  // A matrix of other images has none behind its cells.
  await page.getByRole('slider').press('Home');
  await page.getByText('This matrix was counted on other images').waitFor({ state: 'attached' });
  await page.getByRole('radio', { name: 'classic-lenet-5' }).check();
  await expect
    .poll(() => name.textContent(), { timeout: 60_000 })
    .toContain('read here by the published classic-lenet5');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
}, 180_000);

test('the visitor’s run and data files show figures and the images behind a cell', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  const digits = generateDigits({ count: 50, seed: 3 });
  const { labels } = digits;
  const predicted = Array.from(labels, (label) => (label === 4 ? 9 : label));
  const matrix = Array.from({ length: 10 }, (_, actual) =>
    Array.from(
      { length: 10 },
      (_, answer) => [...labels].filter((label, at) => label === actual && predicted[at] === answer).length,
    ),
  );
  const rows = predicted.map((answer, index) => `${index},${labels[index]},${answer}`);
  await page
    .getByTestId('files')
    .setInputFiles([
      file('metrics.json', JSON.stringify({ test: { loss: 0.5, accuracy: 0.9 }, confusionMatrix: matrix })),
      file('history.csv', 'epoch,loss,accuracy,validation_loss,validation_accuracy\n1,0.5,0.9,0.25,0.95\n'),
      file('predictions.csv', `index,actual,predicted\n${rows.join('\n')}\n`),
      ...dataFiles(digits),
    ]);
  await waitForData(page, 'results', 'images', '50');
  expect(await page.getByTestId('results').getAttribute('data-run')).toBe('your run');
  await page.getByRole('button', { name: '5 images of 4 read as 9' }).click();
  await waitForData(page, 'cell-images', 'count', '5');
  await page.getByTestId('files').setInputFiles([file('metrics.json', '{"test":')]);
  await page.getByText('"metrics.json" is damaged').waitFor({ state: 'attached' });
}, 180_000);
