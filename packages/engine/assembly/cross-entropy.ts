// Sparse softmax cross-entropy of 10 logits, and its gradient:
//
//     loss = log(sum over j of exp(x[j])) - x[label]        gradient[j] = softmax(x)[j] - (j is label)
//
// The largest logit is taken off first, so that no exponential overflows. Mathf's exp and log are
// AssemblyScript's own, compiled into the module: the same bits on every machine.
import { correct, label, loss, output } from './batch-arrays';

/**
 * Writes loss and answer of each image, and the gradient over its logits; not yet divided by the number of
 * images.
 */
export function crossEntropy(first: usize, count: usize): void {
  for (let image = first; image < first + count; image++) {
    const logits = output(image);
    const right = <usize>load<i32>(label(image));
    let answer: usize = 0;
    let largest = load<f32>(logits);
    for (let j: usize = 1; j < 10; j++) {
      const logit = load<f32>(logits + j * 4);
      if (logit > largest) {
        largest = logit;
        answer = j;
      }
    }
    const rightLogit = load<f32>(logits + right * 4);
    let sum: f32 = 0;
    for (let j: usize = 0; j < 10; j++) {
      const exponential = Mathf.exp(load<f32>(logits + j * 4) - largest);
      sum += exponential;
      store<f32>(logits + j * 4, exponential);
    }
    const share: f32 = 1 / sum;
    for (let j: usize = 0; j < 10; j++) {
      const oneHot: f32 = j === right ? 1 : 0;
      store<f32>(logits + j * 4, load<f32>(logits + j * 4) * share - oneHot);
    }
    store<f32>(loss(image), Mathf.log(sum) + largest - rightLogit);
    store<i32>(correct(image), i32(answer === right));
  }
}
