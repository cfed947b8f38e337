// pnpm run bits:update
// A change of the bits is a release of its own, with retrained weights: docs/releasing.md.
import { writeFileSync } from 'node:fs';
import { computeDigests, goldenDigests, goldenPath } from './same-bits.ts';

const before = goldenDigests();
const after = await computeDigests(process.execPath);
writeFileSync(goldenPath, `${JSON.stringify(after, null, 2)}\n`);
for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
  if (before[name] === after[name]) continue;
  const change = before[name] === undefined ? 'new' : after[name] === undefined ? 'gone' : 'changed';
  process.stdout.write(`${name}: ${change}\n`);
}
