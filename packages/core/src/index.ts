export type {
  Activation,
  Architecture,
  AveragePooling2dLayer,
  Conv2dLayer,
  DenseLayer,
  DropoutLayer,
  FlattenLayer,
  Layer,
  MaxPooling2dLayer,
  Padding,
} from './architecture/architecture.js';
export { architectures, findArchitecture } from './architecture/architectures.js';
export { beginnerCnn } from './architecture/beginner-cnn.js';
export { classicLenet5 } from './architecture/classic-lenet-5.js';
export { countMemory, type MemoryCount } from './architecture/count-memory.js';
export { countMultiplyAdds } from './architecture/count-multiply-adds.js';
export {
  type ArchitectureDefinition,
  defineArchitecture,
  type LayerDefinition,
} from './architecture/define-architecture.js';
export { denseBaseline } from './architecture/dense-baseline.js';
export {
  countParameters,
  type LayerShape,
  layerShapes,
  type WeightShape,
  weightShapes,
} from './architecture/layer-shapes.js';
export { lenetReport } from './architecture/lenet-report.js';
export { paddingBefore } from './architecture/padding-before.js';
export { summarize } from './architecture/summarize.js';
export type { Classifier, ClassifierImages, Features, LayerActivation } from './classification/classifier.js';
export { classifyTogether } from './classification/classify-steadily.js';
export { classifyWithTest, type TestedLogits } from './classification/classify-with-test.js';
export { type Decision, decide } from './classification/decide.js';
export { type DigitTest, digitScore } from './classification/digit-score.js';
export { createPlainClassifier } from './classification/plain-classifier.js';
export { type BatchOptions, batches, type ImageBatch } from './data/batches.js';
export { concatImages } from './data/concat-images.js';
export {
  countsPerClass,
  createLabelledImages,
  type LabelledImages,
  selectImages,
} from './data/labelled-images.js';
export { loadMnist, type MnistSource } from './data/load-mnist.js';
export { type MnistFile, mnistFiles } from './data/mnist-files.js';
export { normalisePixels } from './data/normalise-pixels.js';
export { readLabelledImages } from './data/read-labelled-images.js';
export { shuffledIndices } from './data/shuffle.js';
export { type SplitImages, splitImages } from './data/split-images.js';
export { IdxFormatError, type IdxFormatReason } from './errors/idx-format-error.js';
export { InvalidArgumentError } from './errors/invalid-argument-error.js';
export { LenetError } from './errors/lenet-error.js';
export { NonFiniteLossError } from './errors/non-finite-loss-error.js';
export { encodeIdx } from './idx/encode-idx.js';
export { gunzipIfNeeded } from './idx/gunzip-if-needed.js';
export type { IdxArray, IdxType } from './idx/idx-array.js';
export { type IdxHeader, type IdxOptions, readIdxHeader } from './idx/idx-header.js';
export type { IdxSource } from './idx/idx-source.js';
export { parseIdx } from './idx/parse-idx.js';
export { readIdx } from './idx/read-idx.js';
export { type IdxBatch, type IdxBatchOptions, readIdxBatches } from './idx/read-idx-batches.js';
export type { Augmentation } from './images/augmentation.js';
export { argMax } from './losses/arg-max.js';
export { categoricalCrossEntropy } from './losses/categorical-cross-entropy.js';
export { crossEntropy } from './losses/cross-entropy.js';
export { evaluateLogits } from './losses/evaluate-logits.js';
export { fromOneHot, oneHot } from './losses/one-hot.js';
export { softmax } from './losses/softmax.js';
export { portableExp } from './maths/portable-exp.js';
export { portableLog } from './maths/portable-log.js';
export { portablePow } from './maths/portable-pow.js';
export { portableTanh } from './maths/portable-tanh.js';
export { portableCos, portableSin } from './maths/portable-trigonometry.js';
export { createKeyedRandom, type KeyedRandom, type RandomKey } from './random/keyed-random.js';
export { initialiseWeights } from './training/initialise-weights.js';
export type {
  Learner,
  LearnerOptions,
  LearnerState,
  StepRequest,
  StepResult,
} from './training/learner.js';
export type { AdamOptions, MomentumOptions, OptimizerOptions } from './training/optimizer.js';
export type { Evaluation } from './training/training-event.js';
export type { NamedTensor, Weights } from './training/weights.js';
