import type { Architecture } from '../architecture/architecture.js';
import type { LabelledImages } from '../data/labelled-images.js';
import type { Augmentation } from '../images/augmentation.js';
import type { OptimizerOptions } from './optimizer.js';
import type { NamedTensor, Weights } from './weights.js';

/** What every learner is made with, besides an architecture. */
export interface LearnerOptions {
  /** uint32: of the initial weights, of dropout and of augmentation. */
  readonly seed: number;
  /** @default Adam with Keras's constants */
  readonly optimizer?: OptimizerOptions;
}

/** One optimizer step. */
export interface StepRequest {
  /** Images of the batch: positions in the loaded set. */
  readonly indices: Uint32Array;
  readonly learningRate: number;
  /**
   * Counted from 1. With the learner's seed it keys the random draws of dropout and augmentation, for
   * each image of its own, so that neither threads nor a resume can change them.
   */
  readonly epoch: number;
  /** How the images are changed for this step. @default not at all */
  readonly augmentation?: Augmentation;
}

/** What one step measured before it changed the weights. */
export interface StepResult {
  /** Mean cross-entropy of the batch, in nats. */
  readonly loss: number;
  /** Number of images of the batch whose largest logit was at the right class. */
  readonly correct: number;
}

/** Everything of an optimizer that an exact resume needs. */
export interface LearnerState {
  /** Steps done so far. */
  readonly stepCount: number;
  /** Running moments, named `<layer>/<kernel|bias>/<moment>`. */
  readonly moments: readonly NamedTensor[];
}

/**
 * A network that learns. The training loop knows nothing else, so it is the same on every backend.
 * Steps run in the order in which they are asked for; the next may be asked for before the last is
 * done, so that preparation overlaps computation.
 */
export interface Learner {
  readonly architecture: Architecture;
  /** What computes, for people to read, e.g. `TensorFlow.js wasm`. */
  readonly backend: string;
  /** Takes the training set, once, before the first step. */
  load(images: LabelledImages): Promise<void>;
  /**
   * One step of the optimizer on the images at `request.indices` of the training set.
   *
   * @throws {NonFiniteLossError} when the loss is not a number or infinite
   */
  step(request: StepRequest): Promise<StepResult>;
  /**
   * What the network makes of images, with dropout off.
   *
   * @returns logits, float32 `[images.count, classes]`, row-major
   */
  predict(images: LabelledImages): Promise<Float32Array>;
  /** @returns a copy of the weights after all steps asked for so far, float32 in Keras's layout */
  weights(): Promise<Weights>;
  /**
   * Goes on from these weights; they are copied. The state of the optimizer stays.
   *
   * @throws {InvalidArgumentError} when names or shapes are not those of the architecture
   */
  setWeights(weights: Weights): Promise<void>;
  /** @returns a copy of what the optimizer remembers after all steps asked for so far */
  state(): Promise<LearnerState>;
  /** Goes on from this state of the optimizer; it is copied. */
  setState(state: LearnerState): Promise<void>;
  /** Frees all memory; the learner cannot be used afterwards. */
  dispose(): Promise<void>;
}
