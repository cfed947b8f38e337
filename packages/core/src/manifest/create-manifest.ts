import type { ModelFile, ModelManifest } from './model-manifest.js';
import { sha256 } from './sha256.js';

/**
 * The manifest of a model folder whose weights take what `normalisePixels` gives: bytes divided by 255.
 *
 * @param described all that the manifest tells and the files do not
 * @param files content by name: every file of the folder but `manifest.json` and the card
 * @returns with sizes and digests of the files
 * @example
 * import { lenetReport } from '@lenet/core';
 * import { createManifest } from '@lenet/core/models';
 *
 * const data = { kind: 'synthetic', title: 'Synthetic digits', files: [], count: 1000 } as const;
 * const manifest = await createManifest(
 *   {
 *     name: 'my-lenet',
 *     version: '0.0.0',
 *     architecture: lenetReport,
 *     classes: [...'0123456789'],
 *     training: { recipe: 'none', options: {}, seed: 1, backend: 'none', data },
 *     evaluation: { accuracy: 0.1, loss: 2.3, data },
 *   },
 *   new Map([['weights.bin', new Uint8Array(177_704)]]),
 * );
 * console.log(manifest.files[0].bytes); // 177704
 */
export async function createManifest(
  described: Omit<ModelManifest, 'format' | 'formatVersion' | 'input' | 'files'>,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ModelManifest> {
  const { name, version, architecture, classes, training, evaluation, ...rest } = described;
  return {
    ...rest,
    format: 'lenet-model',
    formatVersion: 1,
    name,
    version,
    architecture,
    input: {
      shape: architecture.inputShape,
      valueRange: [0, 255],
      normalisation: { kind: 'divide', divisor: 255 },
    },
    classes,
    files: await describeFiles(files),
    training,
    evaluation,
  };
}

function describeFiles(files: ReadonlyMap<string, Uint8Array>): Promise<ModelFile[]> {
  return Promise.all(
    Array.from(files, async ([name, content]) => ({
      name,
      sha256: await sha256(content),
      bytes: content.length,
    })),
  );
}
