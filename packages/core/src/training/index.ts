export { requireImage, requireImages } from '../classification/require-images.js';
export { CheckpointFormatError } from '../errors/checkpoint-format-error.js';
export { RecipeError } from '../errors/recipe-error.js';
export { requireInteger } from '../errors/require-argument.js';
export { describeExpected, schemaProblems } from '../manifest/schema-problems.js';
export { hashPurpose } from '../random/keyed-random.js';
export { findRecipe } from '../recipes/find-recipe.js';
export { nearestNames } from '../recipes/nearest-names.js';
export { parseRecipe } from '../recipes/parse-recipe.js';
export type { Recipe, RecipeSettings } from '../recipes/recipe.js';
export { recipeSchema } from '../recipes/recipe-schema.js';
export { recipes } from '../recipes/recipes.js';
export type { BegunEpoch, BestWeights, Checkpoint } from './checkpoint.js';
export { decodeCheckpoint, encodeCheckpoint } from './checkpoint-bytes.js';
export { type DropoutKey, dropoutMask } from './dropout-mask.js';
export type { ImagePool } from './image-pool.js';
export {
  type ConstantSchedule,
  type CosineSchedule,
  type LearningRateSchedule,
  learningRateAt,
  type OneCycleSchedule,
  type StepSchedule,
} from './learning-rate-schedule.js';
export { learningRateScheduleSchema } from './learning-rate-schedule-schema.js';
export type { BestBy, EarlyStopping } from './patience.js';
export { requireLearnerState } from './require-learner-state.js';
export { requireNamedTensors } from './require-named-tensors.js';
export { requireStep } from './require-step.js';
export { requireTrainingImages } from './require-training-images.js';
export { type ResolvedOptimizer, resolveOptimizer } from './resolve-optimizer.js';
export { type TrainOptions, train } from './train.js';
export type {
  EndReason,
  EpochRecord,
  EvaluationRecord,
  TrainingEvent,
  UnfinishedEpoch,
} from './training-event.js';
export { createUpdateCounter, type UpdateCounter, type UpdateFactors } from './update-factors.js';
export type { ValidationInterval } from './validation-interval.js';
