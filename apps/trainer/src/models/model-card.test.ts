import { lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { exampleManifest } from '../testing/example-manifest.js';
import { exampleMeasurements } from '../testing/example-measurements.js';
import { exampleRunRecord } from '../testing/example-run-record.js';
import { modelCard } from './model-card.js';

const manifest = await exampleManifest(lenetReport);
const mixed = {
  ...manifest,
  training: { ...manifest.training, options: { ...manifest.training.options, syntheticImages: 100 } },
};
const limitOf = (card: string) => card.split('\n## Limits\n\n')[1].split('\n')[0];

test('a card puts what networks read and refuse side by side, these weights first', () => {
  const card = modelCard(mixed, exampleRunRecord, exampleMeasurements);
  const section = card.split('## Digits of many hands, and what is no digit\n\n')[1].split('\n\n## ')[0];
  expect(section.split('\n\n')[1]).toBe(
    [
      '|  | drawn 1.0.0 | plain 1.0.0 |',
      '| --- | --- | --- |',
      '| MNIST: read right | 99.00 % | 99.00 % |',
      '| answered | 97.50 % | 97.50 % |',
      '| wrong, of what is answered | 0.10 % | 0.10 % |',
      '| synthetic digits: read right | 99.21 % | 96.60 % |',
      '| answered | 90.00 % | 90.00 % |',
      '| wrong, of what is answered | 1.00 % | 1.00 % |',
      '| no digits: refused, mean of all kinds | 80.00 % | 80.00 % |',
      '| mean of the kinds that nothing was chosen by | 75.00 % | 75.00 % |',
    ].join('\n'),
  );
});

test('the limits tell what was measured of other digits than those learned from, or that nothing was', () => {
  const { title } = mixed.training.data;
  expect(limitOf(modelCard(mixed, exampleRunRecord, exampleMeasurements))).toBe(
    `- It learned from ${title}; of held-back synthetic digits of all styles 99.21 % are read right. Both only stand for the digits that people write and draw, which may be read less well.`,
  );
  expect(limitOf(modelCard(mixed, exampleRunRecord))).toBe(
    `- It learned from ${title}; how well it reads anything else was not measured.`,
  );
});
