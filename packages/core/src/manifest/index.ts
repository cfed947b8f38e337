export { ManifestError } from '../errors/manifest-error.js';
export { ModelFolderError } from '../errors/model-folder-error.js';
export type { JsonSchema } from './json-schema.js';
export { type LoadedModel, loadModelFolder } from './load-model-folder.js';
export type {
  ModelData,
  ModelFile,
  ModelInput,
  ModelManifest,
  ModelTraining,
} from './model-manifest.js';
export { modelManifestSchema } from './model-manifest-schema.js';
export { parseManifest } from './parse-manifest.js';
