import * as tf from '@tensorflow/tfjs-core';
import type { WeightShape } from '../architecture/layer-shapes.js';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requirePositive } from '../errors/require-argument.js';
import type { LearnerState } from '../training/learner.js';
import type { NamedTensor } from '../training/weights.js';
import { requireNamedTensors } from './named-tensors.js';

/** Constants of Adam; the learning rate comes with each step. */
export interface AdamOptions {
  /** Share of the old mean that the mean gradient keeps, from 0 to below 1. @default 0.9 */
  readonly beta1?: number;
  /** Share of the old mean that the mean square keeps, from 0 to below 1. @default 0.999 */
  readonly beta2?: number;
  /** Added to the root of the mean square, above 0. @default 1e-7 */
  readonly epsilon?: number;
}

/**
 * Adam as Keras 3 computes it, with epsilon outside of the bias correction:
 * `alpha = rate * sqrt(1 - beta2^t) / (1 - beta1^t)`, `w -= alpha * m / (sqrt(v) + epsilon)`.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, end of section 2.
 *
 * The moments are kept on the backend, those of all weights in one row, so that a step is a dozen
 * operations on that row and not a dozen for each weight. `dispose` frees them.
 */
export class Adam {
  private readonly shapes: readonly WeightShape[];
  private readonly lengths: readonly number[];
  private readonly beta1: number;
  private readonly beta2: number;
  private readonly epsilon: number;
  private stepCount = 0;
  // Powers by multiplication: `Math.pow` is not the same on every engine.
  private beta1Power = 1;
  private beta2Power = 1;
  private readonly first: tf.Variable; // [parameters]
  private readonly second: tf.Variable; // [parameters]

  /** @throws {InvalidArgumentError} when an option is out of range */
  constructor(
    private readonly weights: ReadonlyMap<string, tf.Variable>,
    { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions = {},
  ) {
    requireShare('beta1', beta1);
    requireShare('beta2', beta2);
    requirePositive('epsilon', epsilon);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.shapes = [...weights].map(([name, { shape }]) => ({ name, shape }));
    this.lengths = [...weights.values()].map(({ size }) => size);
    const parameterCount = this.lengths.reduce((sum, length) => sum + length, 0);
    this.first = tf.tidy(() => tf.variable(tf.zeros([parameterCount]), false));
    this.second = tf.tidy(() => tf.variable(tf.zeros([parameterCount]), false));
  }

  /** Steps done so far. */
  get steps(): number {
    return this.stepCount;
  }

  /** @param gradients by the name of the weight; not disposed */
  update(gradients: ReadonlyMap<string, tf.Tensor>, learningRate: number): void {
    this.countStep();
    const { first, second } = this;
    const rate = (learningRate * Math.sqrt(1 - this.beta2Power)) / (1 - this.beta1Power);
    tf.tidy(() => {
      const gradient = tf.concat(this.shapes.map(({ name }) => tf.reshape(gradients.get(name)!, [-1])));
      first.assign(tf.add(first, tf.mul(tf.sub(gradient, first), 1 - this.beta1)));
      second.assign(tf.add(second, tf.mul(tf.sub(tf.square(gradient), second), 1 - this.beta2)));
      const change = tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), this.epsilon));
      const changes = tf.split(change, [...this.lengths]);
      for (const [index, { name, shape }] of this.shapes.entries()) {
        const weight = this.weights.get(name)!;
        weight.assign(tf.sub(weight, tf.reshape(changes[index], [...shape])));
      }
    });
  }

  /** The moments are named `<weight>/first-moment` and `<weight>/second-moment`, weight by weight. */
  async state(): Promise<LearnerState> {
    const first = (await this.first.data()) as Float32Array;
    const second = (await this.second.data()) as Float32Array;
    const moments: NamedTensor[] = [];
    let start = 0;
    for (const [index, { name, shape }] of this.shapes.entries()) {
      const end = start + this.lengths[index];
      moments.push({ name: `${name}/first-moment`, shape, values: first.slice(start, end) });
      moments.push({ name: `${name}/second-moment`, shape, values: second.slice(start, end) });
      start = end;
    }
    return { stepCount: this.stepCount, moments };
  }

  /**
   * @param state with the names and shapes of `state()`
   * @throws {InvalidArgumentError} when it is another network's; nothing is changed then
   */
  setState(state: LearnerState): void {
    const expected = this.shapes.flatMap(({ name, shape }) => [
      { name: `${name}/first-moment`, shape },
      { name: `${name}/second-moment`, shape },
    ]);
    const moments = requireNamedTensors(state.moments, expected);
    assignJoined(
      this.first,
      moments.filter((_, index) => index % 2 === 0),
    );
    assignJoined(
      this.second,
      moments.filter((_, index) => index % 2 === 1),
    );
    this.stepCount = 0;
    this.beta1Power = 1;
    this.beta2Power = 1;
    while (this.stepCount < state.stepCount) this.countStep();
  }

  dispose(): void {
    tf.dispose([this.first, this.second]);
  }

  private countStep(): void {
    this.stepCount++;
    this.beta1Power *= this.beta1;
    this.beta2Power *= this.beta2;
  }
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

function requireShare(argument: string, value: number): void {
  if (value >= 0 && value < 1) return;
  throw new InvalidArgumentError({
    argument,
    received: value,
    message: `Argument "${argument}": expected a number from 0 to below 1, got ${value}.`,
  });
}
