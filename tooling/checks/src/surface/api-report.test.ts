import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedEntries, root } from '../repository.ts';
import { makeReport, reportPath } from './api-report.ts';

test.each(publishedEntries())('the surface of $specifier is the one that was reviewed', (entry) => {
  const path = join(root, reportPath(entry));
  const reviewed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const remedy = `${reportPath(entry)} differs from the surface. If the change is meant, run "pnpm run api:update" and commit the file.`;
  expect(makeReport(entry), remedy).toBe(reviewed);
});
