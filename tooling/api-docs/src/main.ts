// node tooling/api-docs/src/main.ts FOLDER: `npm run site` puts the reference beside the page.
import { resolve } from 'node:path';
import { buildReference } from './build-reference.ts';

const warnings = await buildReference(resolve(process.argv[2] ?? 'reference'));
for (const warning of warnings) process.stderr.write(`${warning}\n`);
