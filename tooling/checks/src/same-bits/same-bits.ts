import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../repository.ts';
import { run } from '../run.ts';

/** SHA-256 of each case, as hexadecimal text. */
export type Digests = Readonly<Record<string, string>>;

export const goldenPath = fileURLToPath(new URL('./golden-digests.json', import.meta.url));

/** The bits that every engine must give, as they were when `pnpm run bits:update` ran last. */
export function goldenDigests(): Digests {
  return JSON.parse(readFileSync(goldenPath, 'utf8'));
}

/**
 * What a JavaScript runtime makes of the built `@lenet/core`, `@lenet/engine` and `@lenet/recognizer`.
 *
 * @param program path of the runtime, or of what runs it
 * @param programArguments that come first, e.g. the path of the runtime. @default none
 */
export async function computeDigests(
  program: string,
  programArguments: readonly string[] = [],
): Promise<Digests> {
  const folder = mkdtempSync(join(tmpdir(), 'lenet-bits-'));
  try {
    // Node 20 takes no types; the library itself is run as it is published.
    const outfile = join(folder, 'digests.mjs');
    const entryPoints = [fileURLToPath(new URL('./digests.ts', import.meta.url))];
    await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20' });
    const dists = ['core', 'engine', 'recognizer'].map(
      (name) => pathToFileURL(join(root, `packages/${name}/dist/`)).href,
    );
    return JSON.parse(await run(program, [...programArguments, outfile, ...dists], folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
