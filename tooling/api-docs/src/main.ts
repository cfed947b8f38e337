// npm run site: the page with the reference of the packages beside it, in apps/demo/out; the links of both are checked.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { brokenLinks } from './broken-links.ts';
import { buildReference } from './build-reference.ts';
import { root } from './entries.ts';

const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
const { status } = spawnSync(process.execPath, [turbo, 'run', 'build', '--filter=@lenet/demo'], {
  cwd: root,
  stdio: 'inherit',
  // The page links to the reference where there is one.
  env: { ...process.env, LENET_HAS_REFERENCE: '1' },
});
if (status !== 0) process.exit(status ?? 1);

const site = join(root, 'apps', 'demo', 'out');
const warnings = await buildReference(join(site, 'docs'));
const broken = brokenLinks(site, [], process.env.LENET_BASE_PATH);
for (const problem of [...warnings, ...broken.map((link) => `leads nowhere: ${link}`)]) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
