export type { AdamOptions } from './adam.js';
export { buildModel } from './build-model.js';
export { getModelWeights, loadModel } from './load-model.js';
export { registerWasmTrainingKernels } from './register-wasm-training-kernels.js';
export { type SavedModel, saveModel } from './save-model.js';
export { createTfjsClassifier } from './tfjs-classifier.js';
export { createTfjsLearner, type TfjsLearnerOptions } from './tfjs-learner.js';
