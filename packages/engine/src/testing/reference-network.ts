// LeNet of the report, forward and backward, in float64 and as plainly as it can be written: the oracle of
// the kernels. Maps are [height][width][maps], weights are Keras's.
import type { LabelledImages, NamedTensor } from '@lenet/core';

interface Maps {
  readonly size: number;
  readonly count: number;
  readonly values: Float64Array;
}

/** A layer's outputs, and what turns the gradient by them into the gradient by its inputs. */
interface Pass {
  readonly output: Maps;
  backward(gradient: Float64Array): Float64Array;
}

/**
 * @param weights the ten tensors of `lenetReport`
 * @returns mean loss over all images, and its gradients, float64, in the order of the weights
 */
export function referenceGradients(
  weights: readonly NamedTensor[],
  { pixels, labels, count }: LabelledImages,
): { loss: number; gradients: Float64Array[] } {
  const gradients = weights.map(({ values }) => new Float64Array(values.length));
  let loss = 0;
  for (let image = 0; image < count; image++) {
    const grey = pixels.subarray(image * 784, (image + 1) * 784);
    let maps: Maps = { size: 28, count: 1, values: Float64Array.from(grey, (p) => Math.fround(p / 255)) };
    const passes: Pass[] = [];
    for (const layer of [0, 1, 2, 3, 4]) {
      const kernel = weights[layer * 2].values;
      const bias = weights[layer * 2 + 1].values;
      const into = { kernel: gradients[layer * 2], bias: gradients[layer * 2 + 1] };
      const linear =
        layer < 2 ? convolution(maps, kernel, bias, into) : dense(maps.values, kernel, bias, into);
      passes.push(linear);
      if (layer < 4) passes.push(relu(passes.at(-1)!.output));
      if (layer < 2) passes.push(maxPooling(passes.at(-1)!.output));
      maps = passes.at(-1)!.output;
    }
    const { values: logits } = maps;
    const largest = Math.max(...logits);
    const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
    loss += (Math.log(sum) + largest - logits[labels[image]]) / count;
    let gradient: Float64Array = logits.map(
      (logit, j) => (Math.exp(logit - largest) / sum - (j === labels[image] ? 1 : 0)) / count,
    );
    for (const pass of passes.reverse()) gradient = pass.backward(gradient);
  }
  return { loss, gradients };
}

interface WeightGradients {
  readonly kernel: Float64Array;
  readonly bias: Float64Array;
}

/** 5x5, no padding. */
function convolution(input: Maps, kernel: Float32Array, bias: Float32Array, into: WeightGradients): Pass {
  const size = input.size - 4;
  const filters = bias.length;
  const output = { size, count: filters, values: new Float64Array(size * size * filters) };
  const visit = (each: (out: number, inner: number, weight: number, filter: number) => void) => {
    for (let out = 0; out < output.values.length; out++) {
      const filter = out % filters;
      const x = Math.floor(out / filters) % size;
      const y = Math.floor(out / filters / size);
      for (let k = 0; k < 25 * input.count; k++) {
        const map = k % input.count;
        const column = x + (Math.floor(k / input.count) % 5);
        const row = y + Math.floor(k / input.count / 5);
        each(out, (row * input.size + column) * input.count + map, k * filters + filter, filter);
      }
    }
  };
  for (let out = 0; out < output.values.length; out++) output.values[out] = bias[out % filters];
  visit((out, inner, weight) => {
    output.values[out] += input.values[inner] * kernel[weight];
  });
  return {
    output,
    backward(gradient) {
      const inputGradient = new Float64Array(input.values.length);
      for (let out = 0; out < gradient.length; out++) into.bias[out % filters] += gradient[out];
      visit((out, inner, weight) => {
        into.kernel[weight] += gradient[out] * input.values[inner];
        inputGradient[inner] += gradient[out] * kernel[weight];
      });
      return inputGradient;
    },
  };
}

function relu(input: Maps): Pass {
  return {
    output: { ...input, values: input.values.map((value) => Math.max(value, 0)) },
    backward: (gradient) => gradient.map((value, at) => (input.values[at] > 0 ? value : 0)),
  };
}

/** 2x2; the first of equally large pixels gets the gradient. */
function maxPooling({ size, count, values }: Maps): Pass {
  const half = size / 2;
  const winners = new Uint32Array(half * half * count);
  for (let out = 0; out < winners.length; out++) {
    const map = out % count;
    const x = (Math.floor(out / count) % half) * 2;
    const y = Math.floor(out / count / half) * 2;
    const corner = (y * size + x) * count + map;
    const pixels = [corner, corner + count, corner + size * count, corner + size * count + count];
    winners[out] = pixels.reduce((best, pixel) => (values[pixel] > values[best] ? pixel : best));
  }
  return {
    output: { size: half, count, values: Float64Array.from(winners, (winner) => values[winner]) },
    backward(gradient) {
      const inputGradient = new Float64Array(values.length);
      for (const [out, winner] of winners.entries()) inputGradient[winner] += gradient[out];
      return inputGradient;
    },
  };
}

function dense(input: Float64Array, kernel: Float32Array, bias: Float32Array, into: WeightGradients): Pass {
  const units = bias.length;
  const values = Float64Array.from(bias);
  for (let k = 0; k < kernel.length; k++) values[k % units] += input[Math.floor(k / units)] * kernel[k];
  return {
    output: { size: 1, count: units, values },
    backward(gradient) {
      const inputGradient = new Float64Array(input.length);
      for (let unit = 0; unit < units; unit++) into.bias[unit] += gradient[unit];
      for (let k = 0; k < kernel.length; k++) {
        const from = Math.floor(k / units);
        into.kernel[k] += gradient[k % units] * input[from];
        inputGradient[from] += gradient[k % units] * kernel[k];
      }
      return inputGradient;
    },
  };
}
