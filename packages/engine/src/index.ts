export { createClassifier, type EngineClassifier } from './classification/create-classifier.js';
export type { EngineBuild, EngineOptions } from './engine-options.js';
export { EngineError } from './errors/engine-error.js';
export { EngineMemoryError } from './errors/engine-memory-error.js';
export { explainUnsupported } from './machine/choose-module.js';
export { supportedBuild } from './machine/supported-build.js';
export { createLearner } from './training/create-learner.js';
