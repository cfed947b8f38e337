import type { FileModel } from './file-model.js';

/** What `lenet export --format` takes, besides `all`. */
export const exportFormats = ['tfjs', 'onnx', 'safetensors', 'keras'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Files by name. */
type Files = [name: string, content: Uint8Array][];

const writers: Readonly<Record<ExportFormat, (model: FileModel, modelJson: Uint8Array) => Promise<Files>>> = {
  async tfjs(model, modelJson) {
    const { writeQuantizedLayers } = await import('./tfjs/write-quantized-layers.js');
    return (['float16', 'uint8'] as const).flatMap((bits): Files => {
      const weightsFile = `model-${bits}.bin`;
      const written = writeQuantizedLayers(model, modelJson, bits, weightsFile);
      return [
        [`model-${bits}.json`, written.modelJson],
        [weightsFile, written.weightData],
      ];
    });
  },
  async onnx(model) {
    const { writeOnnx } = await import('./onnx/write-onnx.js');
    return [
      ['model.onnx', writeOnnx(model)],
      ['model-float16.onnx', writeOnnx(model, 'float16')],
      ['model-int8.onnx', writeOnnx(model, 'int8')],
    ];
  },
  async safetensors(model) {
    const { writeSafetensors } = await import('./safetensors/safetensors.js');
    return [
      ['model.safetensors', writeSafetensors(model)],
      ['model-float16.safetensors', writeSafetensors(model, 'float16')],
    ];
  },
  async keras(model) {
    const { writeKeras } = await import('./keras/write-keras.js');
    return [['model.keras', writeKeras(model)]];
  },
};

/**
 * The files of a network in some formats, besides `model.json` and `weights.bin`.
 *
 * @param modelJson of the same network in TensorFlow.js's layers format, float32
 * @throws {InvalidArgumentError} when fewer bits cannot hold a weight, or ONNX not the network
 */
export async function formatFiles(
  model: FileModel,
  modelJson: Uint8Array,
  formats: readonly ExportFormat[],
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const format of exportFormats) {
    if (!formats.includes(format)) continue;
    for (const [name, content] of await writers[format](model, modelJson)) files.set(name, content);
  }
  return files;
}
