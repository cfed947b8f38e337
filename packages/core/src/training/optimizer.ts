/** What every optimizer takes. The learning rate comes with each step. */
interface CommonOptions {
  /**
   * Decoupled weight decay: before its update each weight, biases too, is multiplied by
   * `1 - learningRate * weightDecay`. 0 or more. @default 0
   *
   * Source: Loshchilov, Hutter, "Decoupled Weight Decay Regularization", 2019, algorithm 2.
   */
  readonly weightDecay?: number;
  /**
   * Where the Euclidean norm of all gradients together is larger, they are scaled down to it; above 0.
   * @default no limit
   */
  readonly gradientClipNorm?: number;
}

/**
 * Adam.
 *
 * Source: Kingma, Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1.
 */
export interface AdamOptions extends CommonOptions {
  readonly kind: 'adam';
  /** Share of the old mean that the mean gradient keeps, from 0 to below 1. @default 0.9 */
  readonly beta1?: number;
  /** Share of the old mean that the mean square keeps, from 0 to below 1. @default 0.999 */
  readonly beta2?: number;
  /** Added to the root of the mean square, above 0. @default 1e-7 */
  readonly epsilon?: number;
  /**
   * Which root it is added to:
   * - `keras` (default): the root before bias correction, the end of section 2 of the paper
   * - `pytorch`: the root after bias correction, algorithm 1 of the paper
   */
  readonly epsilonPlacement?: 'keras' | 'pytorch';
}

/**
 * Gradient descent with momentum: `velocity = momentum * velocity + gradient`, and the weight goes down
 * by `learningRate * velocity`, as in PyTorch's SGD.
 */
export interface MomentumOptions extends CommonOptions {
  readonly kind: 'momentum';
  /** Share of the velocity that is kept, from 0 to below 1; 0 is plain gradient descent. @default 0.9 */
  readonly momentum?: number;
}

/** How weights follow from gradients; `kind` tells the rule. */
export type OptimizerOptions = AdamOptions | MomentumOptions;
