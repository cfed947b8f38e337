import { encodeIdx } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { openPage } from './open-page';
import { expectAccessible, waitForData } from './page-checks';
import { useSite } from './site';

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
  expect(await name.textContent()).toContain('At the end, on 10,000 test images');
  await page.getByRole('slider').press('Home');
  expect(await name.textContent()).toContain('After epoch 1, on 5,000 images held out');
  await page.getByRole('radio', { name: 'dense-baseline' }).check();
  expect(await name.textContent()).toContain('At the end');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
}, 60_000);

test('the visitor’s run and data files show figures and the images behind a cell', async () => {
  const { page } = await openPage(site.browser, site.address, { path });
  const { pixels, labels } = generateDigits({ count: 50, seed: 3 });
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
      file('t10k-images-idx3-ubyte', encodeIdx({ dimensions: [50, 28, 28], values: pixels })),
      file('t10k-labels-idx1-ubyte', encodeIdx({ dimensions: [50], values: labels })),
    ]);
  await waitForData(page, 'results', 'images', '50');
  expect(await page.getByTestId('results').getAttribute('data-run')).toBe('your run');
  await page.getByRole('button', { name: '5 images of 4 read as 9' }).click();
  expect(await page.getByTestId('cell-images').getAttribute('data-count')).toBe('5');
  await page.getByTestId('files').setInputFiles([file('metrics.json', '{"test":')]);
  await page.getByText('"metrics.json" is damaged').waitFor({ state: 'attached' });
}, 60_000);
