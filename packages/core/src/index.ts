export type {
  Activation,
  Architecture,
  Conv2dLayer,
  DenseLayer,
  FlattenLayer,
  Layer,
  MaxPooling2dLayer,
  Padding,
} from './architecture/architecture.js';
export {
  countParameters,
  type LayerShape,
  layerShapes,
  type WeightShape,
  weightShapes,
} from './architecture/layer-shapes.js';
export { lenetReport } from './architecture/lenet-report.js';
export { createLabelledImages, type LabelledImages, selectImages } from './data/labelled-images.js';
export { normalisePixels } from './data/normalise-pixels.js';
export { InvalidArgumentError } from './errors/invalid-argument-error.js';
export { LenetError } from './errors/lenet-error.js';
export { NonFiniteLossError } from './errors/non-finite-loss-error.js';
export { createKeyedRandom, type KeyedRandom, type RandomKey } from './random/keyed-random.js';
export type { Checkpoint } from './training/checkpoint.js';
export type { Learner, LearnerState, StepRequest, StepResult } from './training/learner.js';
export type { EpochRecord, Evaluation, TrainingEvent } from './training/training-event.js';
export type { NamedTensor, Weights } from './training/weights.js';
