import { expect, test } from 'vitest';
import { formatNotice } from './data-notice.js';

test('puts synthetic digits instead of MNIST into a box, and wraps its lines', () => {
  const notice = {
    kind: 'synthetic-instead',
    title: 'Not MNIST',
    lines: ['- mirror: no answer within 5 s', '', 'Connect to the internet.'],
  } as const;
  expect(formatNotice(notice, 26)).toBe(`\
┌─────────────────────┐
│ NOT MNIST           │
│                     │
│ - mirror: no answer │
│   within 5 s        │
│                     │
│ Connect to the      │
│ internet.           │
└─────────────────────┘
`);
});

test('widens the box for a word that is longer', () => {
  const notice = {
    kind: 'synthetic-instead',
    title: 'A',
    lines: ['see', '- https://example.org/ x'],
  } as const;
  expect(formatNotice(notice, 12)).toBe(`\
┌────────────────────────┐
│ A                      │
│                        │
│ see                    │
│ - https://example.org/ │
│   x                    │
└────────────────────────┘
`);
});

test('writes any other notice as one paragraph', () => {
  const notice = { kind: 'cache-damaged', title: 'Data cache: x.', lines: ['It is fetched again.'] } as const;
  expect(formatNotice(notice)).toBe('Data cache: x. It is fetched again.\n');
});
