import * as tf from '@tensorflow/tfjs-core';
import type { LearnerState } from '../training/learner.js';
import type { NamedTensor } from '../training/weights.js';
import { assignByName } from './assign-by-name.js';

// Keras's defaults.
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-7;

/**
 * Adam as Keras 3 computes it, with epsilon outside of the bias correction:
 * `alpha = rate * sqrt(1 - beta2^t) / (1 - beta1^t)`, `w -= alpha * m / (sqrt(v) + epsilon)`.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, end of section 2.
 *
 * The moments are kept on the backend; `dispose` frees them.
 */
export class Adam {
  private stepCount = 0;
  // Powers by multiplication: `Math.pow` is not the same on every engine.
  private beta1Power = 1;
  private beta2Power = 1;
  private readonly moments = new Map<string, { first: tf.Variable; second: tf.Variable }>();

  constructor(private readonly weights: ReadonlyMap<string, tf.Variable>) {
    for (const [name, weight] of weights) {
      this.moments.set(name, {
        first: tf.tidy(() => tf.variable(tf.zerosLike(weight), false)),
        second: tf.tidy(() => tf.variable(tf.zerosLike(weight), false)),
      });
    }
  }

  /** Steps done so far. */
  get steps(): number {
    return this.stepCount;
  }

  /** @param gradients by the name of the weight; not disposed */
  update(gradients: ReadonlyMap<string, tf.Tensor>, learningRate: number): void {
    this.countStep();
    const rate = (learningRate * Math.sqrt(1 - this.beta2Power)) / (1 - this.beta1Power);
    tf.tidy(() => {
      for (const [name, weight] of this.weights) {
        const gradient = gradients.get(name)!;
        const { first, second } = this.moments.get(name)!;
        first.assign(tf.add(first, tf.mul(tf.sub(gradient, first), 1 - BETA_1)));
        second.assign(tf.add(second, tf.mul(tf.sub(tf.square(gradient), second), 1 - BETA_2)));
        weight.assign(tf.sub(weight, tf.div(tf.mul(first, rate), tf.add(tf.sqrt(second), EPSILON))));
      }
    });
  }

  async state(): Promise<LearnerState> {
    const moments: NamedTensor[] = [];
    for (const [name, { first, second }] of this.moments) {
      const { shape } = first;
      moments.push({ name: `${name}/first-moment`, shape, values: (await first.data()) as Float32Array });
      moments.push({ name: `${name}/second-moment`, shape, values: (await second.data()) as Float32Array });
    }
    return { stepCount: this.stepCount, moments };
  }

  /** @param state with the names and shapes of `state()` */
  setState(state: LearnerState): void {
    assignByName(
      new Map(
        [...this.moments].flatMap(([name, { first, second }]) => [
          [`${name}/first-moment`, first] as const,
          [`${name}/second-moment`, second] as const,
        ]),
      ),
      state.moments,
    );
    this.stepCount = 0;
    this.beta1Power = 1;
    this.beta2Power = 1;
    while (this.stepCount < state.stepCount) this.countStep();
  }

  dispose(): void {
    for (const { first, second } of this.moments.values()) {
      first.dispose();
      second.dispose();
    }
  }

  private countStep(): void {
    this.stepCount++;
    this.beta1Power *= BETA_1;
    this.beta2Power *= BETA_2;
  }
}
