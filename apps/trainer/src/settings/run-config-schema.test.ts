import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runConfigSchema } from './run-config-schema.js';

test('the published schema is the one that is checked against', () => {
  // After a change: npm run build, then npm run schema:update.
  const published = readFileSync(new URL('../../train-config.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(runConfigSchema);
});
