// pnpm run api:update
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedEntries, root } from '../repository.ts';
import { makeReport, reportPath } from './api-report.ts';

for (const entry of publishedEntries()) {
  const path = join(root, reportPath(entry));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, makeReport(entry));
  process.stdout.write(`${reportPath(entry)}\n`);
}
