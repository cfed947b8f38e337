export { createClassifier } from './classification/create-classifier.js';
export type { EngineBuild, EngineOptions } from './engine-options.js';
export { EngineError } from './errors/engine-error.js';
export { supportedBuild } from './machine/compile-module.js';
export { explainUnsupported } from './machine/require-lenet-report.js';
export { createLearner } from './training/create-learner.js';
