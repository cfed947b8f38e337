import { styleFamilies } from '@lenet/core/synthetic';
import { expect, test } from 'vitest';
import { styleGroups } from './style-groups.ts';

test('every group is of families that there are, and no family is in two', () => {
  const grouped = Object.values(styleGroups).flat();
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const family of grouped) expect(styleFamilies()).toContain(family);
});
