export { buildModel } from './build-model.js';
export { registerWasmTrainingKernels } from './conv2d-backprop-filter.js';
export { type SavedModel, saveModel } from './save-model.js';
export { createTfjsClassifier } from './tfjs-classifier.js';
export { createTfjsLearner } from './tfjs-learner.js';
