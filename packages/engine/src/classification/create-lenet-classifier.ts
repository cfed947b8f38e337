import { type Classifier, lenetReport, type Weights, weightShapes } from '@lenet/core';
import { requireImages, requireNamedTensors } from '@lenet/core/training';
import { module } from '../generated/lenet-strict.js';
import { decodeModule } from '../machine/decode-module.js';
import { createMemory, EngineMemory, recycleMemory } from '../machine/engine-memory.js';
import { createKernels, type LenetAddresses } from '../machine/kernels.js';
import { createLenetProgram } from '../machine/lenet-program.js';
import { createOwner } from '../machine/owner.js';
import { writeParameters } from '../machine/program.js';
import { classifyImages, readFeatures } from './classify-images.js';

/**
 * `createClassifier` for the shape of `lenetReport` alone, strict, on the calling thread: the same logits, bit for
 * bit, with a third of the code for a page to load.
 *
 * @param weights by name, in any order; copied
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
export async function createLenetClassifier(weights: Weights): Promise<Classifier> {
  const ordered = requireNamedTensors(weights, weightShapes(lenetReport));
  const compiled = await WebAssembly.compile(decodeModule(module));
  const memory = createMemory();
  const kernels = createKernels(compiled, memory);
  const addresses = kernels.addresses as LenetAddresses;
  const program = createLenetProgram(addresses);
  const data = new EngineMemory(memory, kernels, program);
  const row = new Float32Array(memory.buffer, program.weights, program.rowBytes / 4);
  writeParameters(row, ordered, program.places);
  for (let unit = 0; unit < program.unitCount; unit++) kernels.copyUnit(unit);
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
