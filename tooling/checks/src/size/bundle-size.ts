import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from '../repository.ts';

export interface Bundle {
  /** Of the minified ES module after Brotli at its highest quality: what a visitor downloads. */
  readonly bytes: number;
  /** The same after gzip at its highest level. */
  readonly gzipBytes: number;
  /** Modules of others that are left to be imported, in alphabetical order. */
  readonly imports: readonly string[];
  /** Minified bytes of each module in it, before compression; the largest first. */
  readonly modules: readonly (readonly [path: string, bytes: number])[];
}

/**
 * Bundles what a user's program would, for browsers.
 *
 * @param code an ES module that imports the built packages, e.g. `export { parseIdx } from '@lenet/core';`
 * @param packageFolder from the root: the package whose dependencies are looked in, and which may import
 *   itself
 * @param external packages that stay outside
 */
export async function bundle(
  code: string,
  packageFolder: string,
  external: readonly string[] = [],
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: join(root, packageFolder) },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
    metafile: true,
    // Node's own modules would be an error otherwise, which hides how many there are.
    external: [...external, 'node:*'],
  });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  const [output] = Object.values(metafile.outputs);
  const [{ contents }] = outputFiles;
  return {
    bytes: brotliCompressSync(contents, { params }).length,
    gzipBytes: gzipSync(contents, { level: 9 }).length,
    imports: [...new Set(output.imports.map(({ path }) => path))].sort(),
    modules: Object.entries(output.inputs)
      .map(([path, { bytesInOutput }]) => [path.replace(/^.*\/dist\//, ''), bytesInOutput] as const)
      .sort((a, b) => b[1] - a[1]),
  };
}
