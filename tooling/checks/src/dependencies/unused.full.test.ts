import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../repository.ts';
import { execute } from '../run.ts';

const knip = join(dirname(createRequire(import.meta.url).resolve('knip')), '..', 'bin', 'knip.js');

test('every package declares what it uses, and uses what it declares (knip)', async () => {
  const { code, stdout, stderr } = await execute(process.execPath, [knip, '--no-progress'], root);
  expect(`${stdout}${stderr}`).toBe('');
  expect(code).toBe(0);
});
