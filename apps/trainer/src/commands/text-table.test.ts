import { expect, test } from 'vitest';
import { textTable } from './text-table.js';

test('columns are as wide as their texts, numbers to the right', () => {
  const columns = [{ heading: 'Class' }, { heading: 'Images', align: 'right' }, { heading: 'Note' }] as const;
  expect(
    textTable(columns, [
      ['seven', '6,265', ''],
      ['T-shirt/top', '7', 'few'],
    ]),
  ).toBe(
    [
      'Class        Images  Note',
      '───────────  ──────  ────',
      'seven         6,265',
      'T-shirt/top       7  few',
      '',
    ].join('\n'),
  );
});
