export { architectureFromModel } from './architecture-from-model.js';
export { buildModel } from './build-model.js';
export { getModelWeights, loadModel } from './load-model.js';
export { modelFilesHandler, type ReadModelFile } from './model-files-handler.js';
export { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
export { type SavedModel, saveLayersModel, saveModel } from './save-model.js';
export { createTfjsClassifier } from './tfjs-classifier.js';
export { TfjsInstallationError } from './tfjs-installation-error.js';
export { createTfjsLearner } from './tfjs-learner.js';
