// Sparse softmax cross-entropy of the logits of one image, and its gradient:
//
//     loss = log(sum over j of exp(x[j])) - x[label]        gradient[j] = softmax(x)[j] - (j is label)
//
// The largest logit is taken off first, so that no exponential overflows. Mathf's exp and log are
// AssemblyScript's own, compiled into the module: the same bits on every machine.
import { correct, label, loss } from './request';

/**
 * Writes loss and answer of an image.
 *
 * @param logits address of float32 `[classes]`
 * @param gradient where the gradient by the logits goes, not yet divided by the number of images; may be the
 *   same address
 */
export function crossEntropy(image: usize, logits: usize, gradient: usize, classes: usize): void {
  const right = <usize>load<i32>(label(image));
  let answer: usize = 0;
  let largest = load<f32>(logits);
  for (let j: usize = 1; j < classes; j++) {
    const logit = load<f32>(logits + j * 4);
    if (logit > largest) {
      largest = logit;
      answer = j;
    }
  }
  const rightLogit = load<f32>(logits + right * 4);
  let sum: f32 = 0;
  for (let j: usize = 0; j < classes; j++) {
    const exponential = Mathf.exp(load<f32>(logits + j * 4) - largest);
    sum += exponential;
    store<f32>(gradient + j * 4, exponential);
  }
  const share: f32 = 1 / sum;
  for (let j: usize = 0; j < classes; j++) {
    const oneHot: f32 = j === right ? 1 : 0;
    store<f32>(gradient + j * 4, load<f32>(gradient + j * 4) * share - oneHot);
  }
  store<f32>(loss(image), Mathf.log(sum) + (largest - rightLogit));
  store<i32>(correct(image), i32(answer === right));
}
