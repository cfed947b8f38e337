import type { Scalar, Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs-core';

type Tensorflow = typeof import('@tensorflow/tfjs-node');

/** Kernels and biases of the LeNet of the report, in order; layouts as Keras's. */
const shapes: readonly (readonly number[])[] = [
  [5, 5, 1, 6],
  [6],
  [5, 5, 6, 16],
  [16],
  [256, 120],
  [120],
  [120, 84],
  [84],
  [84, 10],
  [10],
];

/** What one backend makes of a fixed batch with fixed weights. */
export interface LenetSteps {
  /** Before the first step, `[images * 10]`. */
  readonly probabilities: Float32Array;
  /** Of the first step, one per weight. */
  readonly gradients: readonly Float32Array[];
  /** After the last step, one per weight. */
  readonly weights: readonly Float32Array[];
}

/**
 * Trains LeNet with plain TensorFlow.js operations, so that only the backend differs.
 *
 * @param images size of the batch
 * @param steps steps of gradient descent, learning rate 0.05
 */
export async function runLenetSteps(
  tf: Tensorflow,
  backend: string,
  images: number,
  steps: number,
): Promise<LenetSteps> {
  await tf.setBackend(backend);
  const pixels = tf.randomUniform([images, 28, 28, 1], 0, 1, 'float32', 1) as Tensor4D;
  const labels = tf.oneHot(
    Array.from({ length: images }, (_, image) => image % 10),
    10,
  );
  const weights = shapes.map((shape, index) => {
    const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    return tf.variable(tf.randomNormal([...shape], 0, Math.sqrt(2 / fanIn) / 2, 'float32', index + 2));
  });
  const logits = () => {
    const [k1, b1, k2, b2, k3, b3, k4, b4, k5, b5] = weights as Tensor[];
    const convolve = (input: Tensor4D, kernel: Tensor, bias: Tensor): Tensor4D => {
      const maps = tf.relu(tf.add(tf.conv2d(input, kernel as Tensor4D, 1, 'valid'), bias)) as Tensor4D;
      return tf.maxPool(maps, 2, 2, 'valid');
    };
    const dense = (input: Tensor, kernel: Tensor, bias: Tensor) => tf.add(tf.matMul(input, kernel), bias);
    const maps = convolve(convolve(pixels, k1, b1), k2, b2); // [images, 4, 4, 16]
    const flat = tf.reshape(maps, [images, 256]);
    return dense(tf.relu(dense(tf.relu(dense(flat, k3, b3)), k4, b4)), k5, b5) as Tensor2D;
  };
  const loss = () => tf.losses.softmaxCrossEntropy(labels, logits()) as Scalar;
  const read = (tensors: Tensor[]) => tensors.map((tensor) => tensor.dataSync().slice() as Float32Array);

  const probabilities = tf.tidy(() => tf.softmax(logits()).dataSync().slice() as Float32Array);
  const gradients = tf.tidy(() => {
    const { grads } = tf.variableGrads(loss, weights);
    return read(weights.map((weight) => grads[weight.name]));
  });
  const optimizer = tf.train.sgd(0.05);
  for (let step = 0; step < steps; step++) optimizer.minimize(loss, false, weights);
  const result = { probabilities, gradients, weights: read(weights) };
  tf.dispose([pixels, labels, ...weights]);
  optimizer.dispose();
  return result;
}
