// pnpm run size
// The sizes of the published entries beside their budgets, and the modules that weigh most.
import { budgets } from './budgets.ts';
import { bundle } from './bundle-size.ts';

const SHOWN_MODULES = 12;

for (const { name, code, packageFolder, external, bytes: limit } of budgets) {
  const { bytes, modules } = await bundle(code, packageFolder, external);
  process.stdout.write(`${name}: ${bytes} of ${limit} bytes\n`);
  for (const [path, minified] of modules.slice(0, SHOWN_MODULES)) {
    process.stdout.write(`  ${String(minified).padStart(6)} minified  ${path}\n`);
  }
}
