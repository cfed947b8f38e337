// Runs Lighthouse on the drawing page, as it is built, with its mobile profile: pnpm run lighthouse
// Lighthouse is fetched by npx: nobody else needs it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@lenet/chromium';
import { listen } from '../server/listen.mjs';
import { createStaticServer } from '../server/static-server.mjs';

/** Of 100; how much of each must be reached. */
const wanted = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

const server = createStaticServer(fileURLToPath(new URL('../out', import.meta.url)), { isCompressed: true });
const address = await listen(server, 0);
const folder = mkdtempSync(join(tmpdir(), 'lenet-lighthouse-'));
const output = join(folder, 'report.json');
const lighthouse = spawn(
  'npx',
  [
    '--yes',
    'lighthouse@12.8.2',
    address,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ],
  { stdio: 'inherit', env: { ...process.env, CHROME_PATH: await findChromium() } },
);
const code = await new Promise((resolve) => lighthouse.on('exit', resolve));
server.close();
server.closeAllConnections();
if (code !== 0) throw new Error(`Lighthouse ended with ${code}.`);
const report = JSON.parse(readFileSync(output, 'utf8'));
rmSync(folder, { recursive: true });
for (const [name, least] of Object.entries(wanted)) {
  const score = Math.round(report.categories[name].score * 100);
  process.stdout.write(`${name}: ${score}\n`);
  if (score >= least) continue;
  process.exitCode = 1;
  for (const { id } of report.categories[name].auditRefs) {
    const audit = report.audits[id];
    if (audit.score !== null && audit.score < 0.9) {
      process.stdout.write(`  ${id}: ${audit.displayValue ?? audit.title}\n`);
    }
  }
}
