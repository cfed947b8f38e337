import * as tf from '@tensorflow/tfjs-core';

/**
 * Gradient of a convolution by its filter, on the wasm backend, made of kernels that it has.
 *
 * With the batch as channels, that gradient is itself a convolution: of the input by the gradient of
 * the output, dilated by the stride.
 *
 * Inputs: `x` float32 `[batch, height, width, in]`, `dy` float32 `[batch, outHeight, outWidth, out]`;
 * attributes as tfjs gives them on other backends.
 */
export const conv2dBackpropFilter: tf.KernelFunc = ({ inputs, backend, attrs }) => {
  const { x, dy } = inputs as { x: tf.TensorInfo; dy: tf.TensorInfo };
  return filterGradient(x, dy, attrs as unknown as FilterGradientAttributes, backend as tf.KernelBackend);
};

interface FilterGradientAttributes {
  strides: number | [number, number];
  pad: 'valid' | 'same';
  /** `[kernel, kernel, in, out]` */
  filterShape: [number, number, number, number];
}

/**
 * @param x float32 `[batch, height, width, in]`
 * @param dy float32 `[batch, outHeight, outWidth, out]`
 * @returns float32 `[kernel, kernel, in, out]`
 */
function filterGradient(
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
  { strides, pad, filterShape }: FilterGradientAttributes,
  backend: tf.KernelBackend,
): tf.TensorInfo {
  const made: tf.TensorInfo[] = [];
  const call = (kernelName: string, inputs: Record<string, tf.TensorInfo>, attrs: object) => {
    const kernel = tf.getKernel(kernelName, 'wasm');
    const output = kernel.kernelFunc({ inputs, backend, attrs: attrs as tf.NamedAttrMap }) as tf.TensorInfo;
    made.push(output);
    return output;
  };
  const [height, width, inputs, outputs] = filterShape;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as FilterGradientAttributes['filterShape'],
    filterShape,
    strides,
    1,
    pad,
  );
  const { top, bottom, left, right } = info.padInfo;
  const paddings = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  const padded = pad === 'same' ? call('PadV2', { x }, { paddings, constantValue: 0 }) : x;
  const byChannel = call('Transpose', { x: padded }, { perm: [3, 1, 2, 0] }); // [in, height, width, batch]
  const filter = call('Transpose', { x: dy }, { perm: [1, 2, 0, 3] }); // [outHeight, outWidth, batch, out]
  const dilations = [info.strideHeight, info.strideWidth];
  const convolution = { strides: 1, pad: 'valid', dataFormat: 'NHWC', dilations };
  const gradient = call('Conv2D', { x: byChannel, filter }, convolution);
  // A stride that leaves input rows unused makes the result larger than the filter.
  const cropped = call(
    'Slice',
    { x: gradient },
    { begin: [0, 0, 0, 0], size: [inputs, height, width, outputs] },
  );
  const result = call('Transpose', { x: cropped }, { perm: [1, 2, 0, 3] });
  for (const tensor of made) {
    if (tensor !== result) backend.disposeData(tensor.dataId);
  }
  return result;
}
