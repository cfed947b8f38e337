import { expect, test } from 'vitest';
import { markdownTable } from './markdown-table.ts';

test('columns are padded, numbers to the right', () => {
  const rows = [
    ['what', 'ms'],
    ['a', '1.5'],
    ['longer', '12.25'],
  ];
  expect(markdownTable(rows, [1])).toBe(
    ['| what   |    ms |', '| ------ | ----: |', '| a      |   1.5 |', '| longer | 12.25 |'].join('\n'),
  );
});
