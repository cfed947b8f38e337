// node tooling/api-docs/src/main.ts SITE: `npm run site` puts the reference beside the page, as SITE/docs, and checks the
// links of both.
import { join, resolve } from 'node:path';
import { brokenLinks } from './broken-links.ts';
import { buildReference } from './build-reference.ts';

const [site] = process.argv.slice(2);
if (site === undefined) throw new Error('Expected the folder of the site, got none.');
const warnings = await buildReference(join(resolve(site), 'docs'));
const broken = brokenLinks(resolve(site), [], process.env.LENET_BASE_PATH);
for (const problem of [...warnings, ...broken.map((link) => `leads nowhere: ${link}`)]) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
