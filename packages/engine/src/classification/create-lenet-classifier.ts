import { type Classifier, lenetReport, type NamedTensor, weightShapes } from '@lenet/core';
import type { QuantizedTensor } from '@lenet/core/models';
import { requireImages, requireNamedTensors } from '@lenet/core/training';
import { module } from '../generated/lenet-forward-strict.js';
import { decodeModule } from '../machine/decode-module.js';
import { createMemory, EngineMemory, recycleMemory } from '../machine/engine-memory.js';
import { createKernels, type ForwardKernels } from '../machine/kernels.js';
import { createLenetProgram } from '../machine/lenet-program.js';
import { createOwner } from '../machine/owner.js';
import { type Program, writeParameters } from '../machine/program.js';
import { classifyImages, readFeatures } from './classify-images.js';

/**
 * `createClassifier` for the shape of `lenetReport` alone, strict, on the calling thread: the same logits, bit for
 * bit, with a quarter of the code for a page to load, and a module that is compiled at once.
 *
 * @param weights by name, in any order, in 32 bits or in 8; copied
 * @throws {InvalidArgumentError} when the weights are not those of `lenetReport`
 * @throws {EngineMemoryError} when the host grants no memory
 * @example
 * import { initialiseWeights, lenetReport } from '@lenet/core';
 * import { createLenetClassifier } from '@lenet/engine/lenet';
 *
 * const classifier = await createLenetClassifier(initialiseWeights(lenetReport, { seed: 1 }));
 * const pixels = new Uint8Array(28 * 28);
 * console.log(await classifier.classify({ pixels, count: 1, height: 28, width: 28 })); // 10 logits
 * await classifier.dispose();
 */
export async function createLenetClassifier(
  weights: readonly (NamedTensor | QuantizedTensor)[],
): Promise<Classifier> {
  const ordered = requireNamedTensors(weights, weightShapes(lenetReport));
  const compiled = new WebAssembly.Module(decodeModule(module));
  const memory = createMemory();
  const kernels = createKernels<ForwardKernels>(compiled, memory);
  const { addresses } = kernels;
  const program = createLenetProgram(addresses);
  const data = new EngineMemory(memory, kernels, program);
  for (const [index, tensor] of ordered.entries()) writeTensor(data, program, kernels, index, tensor);
  kernels.packFilters();
  const owner = createOwner('Classifier', {
    data,
    program,
    writeRequest(_: 'count', count: number) {
      data.words[addresses.REQUEST / 4] = count;
    },
    run() {
      for (let shard = 0; shard < addresses.SHARDS; shard++) kernels.classifyShard(0, shard);
    },
    dispose: async () => recycleMemory(memory),
  });
  return {
    architecture: lenetReport,
    async classify(images) {
      requireImages(images, lenetReport);
      return classifyImages(owner.open(), images);
    },
    async features(images) {
      requireImages(images, lenetReport);
      return readFeatures(owner.open(), lenetReport, images);
    },
    dispose: () => owner.dispose(),
  };
}

/** @param index of the tensor in the order of the layers */
function writeTensor(
  { bytes, numbers }: EngineMemory,
  { weights, rowBytes, places }: Program,
  kernels: ForwardKernels,
  index: number,
  tensor: NamedTensor | QuantizedTensor,
): void {
  const place = places[index];
  const to = weights + 4 * place.start;
  if ('scales' in tensor) {
    // In the rows of the moments, which nobody else uses where nothing is trained.
    const [values, scales] = [weights + rowBytes, weights + 2 * rowBytes];
    bytes.set(new Uint8Array(tensor.values.buffer, tensor.values.byteOffset, tensor.values.length), values);
    numbers.set(tensor.scales, scales / 4);
    const steps = place.steps.map((step) => 4 * step) as [number, number, number];
    kernels.dequantize(values, scales, to, ...place.sizes, ...steps);
  } else {
    writeParameters(numbers.subarray(weights / 4), [tensor], [place]);
  }
}
