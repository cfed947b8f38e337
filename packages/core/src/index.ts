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
export { summarize } from './architecture/summarize.js';
export type { Classifier, ClassifierImages } from './classification/classifier.js';
export { type Decision, decide } from './classification/decide.js';
export { createPlainClassifier } from './classification/plain-classifier.js';
export { createLabelledImages, type LabelledImages, selectImages } from './data/labelled-images.js';
export { type MnistFile, mnistFiles } from './data/mnist-files.js';
export { normalisePixels } from './data/normalise-pixels.js';
export { readLabelledImages } from './data/read-labelled-images.js';
export { shuffledIndices } from './data/shuffle.js';
export { type SplitImages, splitImages } from './data/split-images.js';
export { CheckpointFormatError } from './errors/checkpoint-format-error.js';
export { IdxFormatError } from './errors/idx-format-error.js';
export { InvalidArgumentError } from './errors/invalid-argument-error.js';
export { LenetError } from './errors/lenet-error.js';
export { ManifestError } from './errors/manifest-error.js';
export { ModelFolderError } from './errors/model-folder-error.js';
export { NonFiniteLossError } from './errors/non-finite-loss-error.js';
export { encodeIdx } from './idx/encode-idx.js';
export { gunzipIfNeeded } from './idx/gunzip-if-needed.js';
export { type IdxHeader, readIdxHeader } from './idx/idx-header.js';
export { type IdxArray, parseIdx } from './idx/parse-idx.js';
export { augmentBatch, augmentImage } from './images/augment-images.js';
export type { Augmentation } from './images/augmentation.js';
export { inkFromRgba } from './images/ink-from-rgba.js';
export type { InkImage } from './images/ink-image.js';
export { type NormalizeDigitOptions, normalizeDigit } from './images/normalize-digit.js';
export { padImage, padImages } from './images/pad-images.js';
export { requireAugmentation } from './images/require-augmentation.js';
export { resampleImage } from './images/resample-image.js';
export { argMax } from './losses/arg-max.js';
export { crossEntropy } from './losses/cross-entropy.js';
export { evaluateLogits } from './losses/evaluate-logits.js';
export { softmax } from './losses/softmax.js';
export type { JsonSchema } from './manifest/json-schema.js';
export { type LoadedModel, loadModelFolder } from './manifest/load-model-folder.js';
export type {
  ModelData,
  ModelFile,
  ModelInput,
  ModelManifest,
  ModelTraining,
} from './manifest/model-manifest.js';
export { modelManifestSchema } from './manifest/model-manifest-schema.js';
export { parseManifest } from './manifest/parse-manifest.js';
export { portableExp } from './maths/portable-exp.js';
export { portableLog } from './maths/portable-log.js';
export { portablePow } from './maths/portable-pow.js';
export { portableTanh } from './maths/portable-tanh.js';
export { portableCos, portableSin } from './maths/portable-trigonometry.js';
export { accuracy } from './metrics/accuracy.js';
export {
  type ClassificationReport,
  type ClassificationReportOptions,
  type ClassificationScores,
  type ClassScores,
  classificationReport,
} from './metrics/classification-report.js';
export { confusionMatrix } from './metrics/confusion-matrix.js';
export { formatClassificationReport } from './metrics/format-classification-report.js';
export { createKeyedRandom, type KeyedRandom, type RandomKey } from './random/keyed-random.js';
export type { Checkpoint } from './training/checkpoint.js';
export { decodeCheckpoint, encodeCheckpoint } from './training/checkpoint-bytes.js';
export { initialiseWeights } from './training/initialise-weights.js';
export type { Learner, LearnerState, StepRequest, StepResult } from './training/learner.js';
export { type TrainOptions, train } from './training/train.js';
export type { EpochRecord, Evaluation, TrainingEvent } from './training/training-event.js';
export type { NamedTensor, Weights } from './training/weights.js';
