import { type Architecture, layerShapes } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';
import { createManifest } from '../models/create-manifest.js';
import { exampleRunRecord } from './example-run-record.js';

/** Of a network that nobody trained. */
export async function exampleManifest(architecture: Architecture): Promise<ModelManifest> {
  const { name } = architecture;
  const files = new Map(['model.json', 'weights.bin'].map((file) => [file, new Uint8Array(1)] as const));
  const manifest = await createManifest(
    { name, version: '1.2.3', architecture, run: exampleRunRecord },
    files,
  );
  const { outputShape } = layerShapes(architecture).at(-1)!;
  return { ...manifest, classes: Array.from({ length: outputShape[0] }, (_, index) => String(index)) };
}
