import * as tf from '@tensorflow/tfjs-core';

/** Operations of native TensorFlow that TensorFlow.js has no kernels for, under names of our own. */
export const nativeKernels = {
  /** Gradient by the sums that ReLU was applied to. Inputs: `gradient`, `output`. */
  reluGradient: 'LenetReluGrad',
  /** Adds a number to each channel, the last dimension. Inputs: `sums`, `bias`. */
  biasAdd: 'LenetBiasAdd',
  /** Gradient by a bias, the last dimension. Input: `gradient`. */
  biasGradient: 'LenetBiasAddGrad',
  /** Product of matrices. Inputs: `a`, `b`; attributes `transposeA`, `transposeB`. */
  matMul: 'LenetMatMul',
  /** Losses `[batch]` and gradient `[batch, classes]` of their sum. Inputs: `logits`, `labels` int32. */
  softmaxCrossEntropy: 'LenetSoftmaxCrossEntropy',
} as const;

/** The name under which tfjs-node registers its backend. */
export const NATIVE_BACKEND = 'tensorflow';

/** What every kernel of tfjs-node is written with; its package is not a dependency of this one. */
interface NativeBackend {
  readonly binding: Readonly<
    Record<'TF_ATTR_TYPE' | 'TF_ATTR_BOOL' | 'TF_ATTR_STRING' | 'TF_FLOAT' | 'TF_INT32', number>
  >;
  executeSingleOutput(operation: string, attributes: object[], inputs: tf.TensorInfo[]): tf.TensorInfo;
  executeMultipleOutputs(
    operation: string,
    attributes: object[],
    inputs: tf.TensorInfo[],
    outputCount: number,
  ): tf.TensorInfo[];
}

/**
 * Gives native TensorFlow (tfjs-node) kernels that do in one call what TensorFlow.js makes of several: there a call
 * costs more than the arithmetic of a small network. Calling it again changes nothing.
 */
export function registerNativeTrainingKernels(): void {
  register(nativeKernels.reluGradient, (backend, { gradient, output }) =>
    backend.executeSingleOutput('ReluGrad', [float(backend.binding)], [gradient, output]),
  );
  register(nativeKernels.biasAdd, (backend, { sums, bias }) =>
    backend.executeSingleOutput('BiasAdd', channelsLast(backend.binding), [sums, bias]),
  );
  register(nativeKernels.biasGradient, (backend, { gradient }) =>
    backend.executeSingleOutput('BiasAddGrad', channelsLast(backend.binding), [gradient]),
  );
  register(nativeKernels.matMul, (backend, { a, b }, { transposeA, transposeB }) =>
    backend.executeSingleOutput(
      'MatMul',
      [
        float(backend.binding),
        { name: 'transpose_a', type: backend.binding.TF_ATTR_BOOL, value: transposeA },
        { name: 'transpose_b', type: backend.binding.TF_ATTR_BOOL, value: transposeB },
      ],
      [a, b],
    ),
  );
  register(nativeKernels.softmaxCrossEntropy, (backend, { logits, labels }) => {
    const { TF_ATTR_TYPE, TF_INT32 } = backend.binding;
    const attributes = [float(backend.binding), { name: 'Tlabels', type: TF_ATTR_TYPE, value: TF_INT32 }];
    const operation = 'SparseSoftmaxCrossEntropyWithLogits';
    return backend.executeMultipleOutputs(operation, attributes, [logits, labels], 2);
  });
}

function register(
  kernelName: string,
  compute: (
    backend: NativeBackend,
    inputs: Readonly<Record<string, tf.TensorInfo>>,
    attributes: tf.NamedAttrMap,
  ) => tf.TensorInfo | tf.TensorInfo[],
): void {
  if (tf.getKernel(kernelName, NATIVE_BACKEND)) return;
  tf.registerKernel({
    kernelName,
    backendName: NATIVE_BACKEND,
    kernelFunc: ({ inputs, backend, attrs }) =>
      compute(backend as NativeBackend, inputs as Record<string, tf.TensorInfo>, attrs ?? {}),
  });
}

/** Attributes, as the binding of tfjs-node takes them. */
const float = ({ TF_ATTR_TYPE, TF_FLOAT }: NativeBackend['binding']) => ({
  name: 'T',
  type: TF_ATTR_TYPE,
  value: TF_FLOAT,
});

const channelsLast = (binding: NativeBackend['binding']) => [
  float(binding),
  { name: 'data_format', type: binding.TF_ATTR_STRING, value: 'NHWC' },
];
