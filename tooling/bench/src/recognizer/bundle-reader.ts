import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Contestant } from './contestants.ts';

/** A contestant as it is delivered. */
export interface BundledReader {
  readonly name: string;
  /** Bytes of the script after gzip. */
  readonly scriptBytes: number;
  /** Bytes of all that is fetched besides it, after gzip. */
  readonly fileBytes: number;
  /** Script for Node, and the folder of its files. */
  readonly script: string;
  readonly folder: string;
}

/**
 * Bundles a contestant into one minified script, for a browser to be measured, and for Node to be timed; its files
 * lie beside it.
 *
 * @param model bytes of the model's files, by name
 */
export async function bundleReader(
  { name, entry, files }: Contestant,
  model: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Promise<BundledReader> {
  mkdirSync(folder, { recursive: true });
  let fileBytes = 0;
  for (const file of files) {
    const bytes = model.get(file) ?? readFileSync(file);
    writeFileSync(join(folder, basename(file)), bytes);
    fileBytes += gzipSync(bytes, { level: 9 }).length;
  }
  const script = join(folder, 'reader.mjs');
  writeFileSync(script, await bundle(entry, 'node'));
  const scriptBytes = gzipSync(await bundle(entry, 'browser'), { level: 9 }).length;
  return { name, scriptBytes, fileBytes, script, folder };
}

async function bundle(entry: string, platform: 'browser' | 'node'): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform,
    target: 'es2022',
    legalComments: 'none',
    write: false,
    outdir: 'out',
    // What was written for `require` and for scripts finds what it looks for.
    ...(platform === 'node'
      ? {
          mainFields: ['module', 'main'],
          banner: {
            js: "import{createRequire as makeRequire}from'node:module';import{fileURLToPath as pathOf}from'node:url';const require=makeRequire(import.meta.url),__filename=pathOf(import.meta.url),__dirname=pathOf(new URL('.',import.meta.url));",
          },
        }
      : { external: ['fs', 'path', 'worker_threads', 'perf_hooks', 'os', 'crypto'] }),
  });
  return outputFiles[0].contents;
}
