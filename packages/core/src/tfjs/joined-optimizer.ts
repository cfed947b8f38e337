import * as tf from '@tensorflow/tfjs-core';
import type { WeightShape } from '../architecture/layer-shapes.js';
import type { LearnerState } from '../training/learner.js';
import type { OptimizerOptions } from '../training/optimizer.js';
import { requireLearnerState } from '../training/require-learner-state.js';
import { type ResolvedOptimizer, resolveOptimizer } from '../training/resolve-optimizer.js';
import { createUpdateCounter, type UpdateCounter, type UpdateFactors } from '../training/update-factors.js';
import type { NamedTensor } from '../training/weights.js';
import { createAdamRule } from './adam-rule.js';
import { createMomentumRule } from './momentum-rule.js';

/** How an optimizer turns gradients into changes; those of all weights lie joined in one row. */
export interface UpdateRule {
  /** What it remembers of earlier steps, zeros at first, each float32 `[parameters]`. */
  readonly moments: readonly string[];
  /**
   * Runs within the caller's `tf.tidy`.
   *
   * @param gradient `[parameters]`
   * @param moments in the order of their names; it assigns the new ones
   * @returns what is taken from the weights, `[parameters]`
   */
  change(gradient: tf.Tensor, moments: readonly tf.Variable[], factors: UpdateFactors): tf.Tensor;
}

/**
 * Adam or momentum, with decoupled weight decay and a limit for the gradients: see `OptimizerOptions`.
 *
 * The moments are kept on the backend, those of all weights in one row, so that a step is a dozen
 * operations on that row and not a dozen for each weight. `dispose` frees them.
 */
export class JoinedOptimizer {
  private readonly shapes: readonly WeightShape[];
  private readonly lengths: readonly number[];
  private readonly options: ResolvedOptimizer;
  private readonly moments: readonly tf.Variable[];
  private readonly rule: UpdateRule;
  private readonly counter: UpdateCounter;

  /** @throws {InvalidArgumentError} when an option is out of range */
  constructor(
    private readonly weights: ReadonlyMap<string, tf.Variable>,
    options?: OptimizerOptions,
  ) {
    this.options = resolveOptimizer(options);
    this.rule =
      this.options.kind === 'adam' ? createAdamRule(this.options) : createMomentumRule(this.options);
    this.counter = createUpdateCounter(this.options);
    this.shapes = [...weights].map(([name, { shape }]) => ({ name, shape }));
    this.lengths = [...weights.values()].map(({ size }) => size);
    const parameterCount = this.lengths.reduce((sum, length) => sum + length, 0);
    this.moments = this.rule.moments.map(() => tf.tidy(() => tf.variable(tf.zeros([parameterCount]), false)));
  }

  /** Steps done so far. */
  get steps(): number {
    return this.counter.stepCount;
  }

  /** @param gradients by the name of the weight; not disposed */
  update(gradients: ReadonlyMap<string, tf.Tensor>, learningRate: number): void {
    const { weightDecay, gradientClipNorm } = this.options;
    const factors = this.counter.next(learningRate);
    tf.tidy(() => {
      const joined = tf.concat(this.shapes.map(({ name }) => tf.reshape(gradients.get(name)!, [-1])));
      const gradient = gradientClipNorm === Infinity ? joined : clip(joined, gradientClipNorm);
      const change = this.rule.change(gradient, this.moments, factors);
      const changes = tf.split(change, [...this.lengths]);
      for (const [index, { name, shape }] of this.shapes.entries()) {
        const weight = this.weights.get(name)!;
        const kept = weightDecay === 0 ? weight : tf.mul(weight, factors.kept);
        weight.assign(tf.sub(kept, tf.reshape(changes[index], [...shape])));
      }
    });
    this.counter.count();
  }

  /** The moments are named `<weight>/<moment>`, weight by weight. */
  async state(): Promise<LearnerState> {
    const values: Float32Array[] = [];
    for (const moment of this.moments) values.push((await moment.data()) as Float32Array);
    const moments: NamedTensor[] = [];
    let start = 0;
    for (const [index, { name, shape }] of this.shapes.entries()) {
      const end = start + this.lengths[index];
      for (const [at, moment] of this.rule.moments.entries()) {
        moments.push({ name: `${name}/${moment}`, shape, values: values[at].slice(start, end) });
      }
      start = end;
    }
    return { stepCount: this.steps, moments };
  }

  /**
   * @param state with the names and shapes of `state()`
   * @throws {InvalidArgumentError} when it is another network's or optimizer's; nothing is changed then
   */
  setState(state: LearnerState): void {
    const names = this.rule.moments;
    const tensors = requireLearnerState(state, this.shapes, names);
    for (const [at, moment] of this.moments.entries()) {
      assignJoined(
        moment,
        tensors.filter((_, index) => index % names.length === at),
      );
    }
    this.counter.restart(state.stepCount);
  }

  dispose(): void {
    tf.dispose([...this.moments]);
  }
}

/** Scaled down to a norm of `limit` where it is larger; without waiting for the norm to be read. */
function clip(gradient: tf.Tensor, limit: number): tf.Tensor {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(limit, tf.maximum(norm, limit)));
}

function assignJoined(variable: tf.Variable, tensors: readonly NamedTensor[]): void {
  const values = new Float32Array(variable.size);
  let offset = 0;
  for (const tensor of tensors) {
    values.set(tensor.values, offset);
    offset += tensor.values.length;
  }
  tf.tidy(() => variable.assign(tf.tensor1d(values)));
}
