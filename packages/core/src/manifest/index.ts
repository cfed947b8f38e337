export { ManifestError } from '../errors/manifest-error.js';
export { ModelFolderError } from '../errors/model-folder-error.js';
export { WeightsFormatError } from '../errors/weights-format-error.js';
export { decodeFloat16, encodeFloat16 } from '../quantization/float16.js';
export {
  dequantizeInt8,
  type QuantizedKernel,
  type QuantizedTensor,
  quantizeInt8,
} from '../quantization/int8.js';
export { quantizationError, type TensorError } from '../quantization/quantization-error.js';
export { quantizeWeights, readQuantizedWeights, type WeightsFormat } from '../quantization/weights-file.js';
export { createManifest } from './create-manifest.js';
export type { JsonSchema } from './json-schema.js';
export { type LoadedModel, type LoadModelOptions, loadModelFolder } from './load-model-folder.js';
export type {
  ModelCalibration,
  ModelData,
  ModelFile,
  ModelInput,
  ModelManifest,
  ModelTraining,
} from './model-manifest.js';
export { modelManifestSchema } from './model-manifest-schema.js';
export { parseManifest } from './parse-manifest.js';
export { quantizedWeightsFile } from './weights-files.js';
