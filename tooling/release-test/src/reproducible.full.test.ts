// Whoever builds a commit again gets the tarballs that were published, byte for byte.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { prepareRelease } from './release.ts';

const { folder, copy, url, environment, packages } = inject('release');
const again = join(folder, 'built', 'again');
const filesOf = (repository: string, name: string) =>
  join(repository, 'release-files', name.replace('@', '').replace('/', '-'));

beforeAll(async () => {
  // Of what was released, with its versions: changelogs name the commit of a change.
  await prepareRelease(copy, again, environment);
}, 1_800_000);

test.each(packages)('two builds of $name in two places give the same tarball', ({ name }) => {
  const sums = readFileSync(join(filesOf(copy, name), 'SHA256SUMS'), 'utf8');
  expect(sums).toMatch(/^[0-9a-f]{64} {2}\S+\.tgz\n$/);
  expect(readFileSync(join(filesOf(again, name), 'SHA256SUMS'), 'utf8')).toBe(sums);
});

test.each(packages)('the registry has that very tarball of $name', async ({ name, version }) => {
  const tarball = readdirSync(filesOf(copy, name)).find((file) => file.endsWith('.tgz'))!;
  const digest = createHash('sha512')
    .update(readFileSync(join(filesOf(copy, name), tarball)))
    .digest('base64');
  const answer = await fetch(`${url}${name.replace('/', '%2f')}`);
  expect(await answer.json()).toMatchObject({
    versions: { [version]: { dist: { integrity: `sha512-${digest}` } } },
  });
});
