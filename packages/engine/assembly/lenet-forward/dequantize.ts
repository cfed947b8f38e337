/**
 * Numbers of 8 bits, times the scale of their output, to where the kernels want them: packages/engine/src/machine/program.ts
 * says how a tensor lies there. JavaScript, which is not compiled before it has run for a while, takes 4 ms for what
 * a page waits for here.
 *
 * @param values address of int8 `[outer, inner, outputs]`
 * @param scales address of float32 `[outputs]`
 * @param to address of the first number; steps are in bytes
 */
export function dequantize(
  values: usize,
  scales: usize,
  to: usize,
  outer: usize,
  inner: usize,
  outputs: usize,
  outerStep: usize,
  innerStep: usize,
  outputStep: usize,
): void {
  for (let i: usize = 0; i < outer; i++) {
    for (let j: usize = 0; j < inner; j++) {
      let at = to + i * outerStep + j * innerStep;
      for (let output: usize = 0; output < outputs; output++) {
        store<f32>(at, <f32>load<i8>(values) * load<f32>(scales + output * 4));
        at += outputStep;
        values++;
      }
    }
  }
}
