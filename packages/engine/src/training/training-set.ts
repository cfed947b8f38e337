import { InvalidArgumentError } from '@lenet/core';
import { type EngineMemory, MOST_BYTES } from '../machine/engine-memory.js';

/**
 * Copies the pixels of a training set into the engine's memory, behind what the program fixes; the batch is behind it from
 * then on. In a module of its own: programs that only classify do not load it.
 *
 * @throws {InvalidArgumentError} when it does not fit
 * @throws {EngineMemoryError} when the host has no memory left
 */
export function placeTrainingSet(data: EngineMemory, pixels: Uint8Array): void {
  const { free } = data.program;
  if (free + pixels.length > MOST_BYTES) {
    throw new InvalidArgumentError({
      argument: 'images',
      received: pixels.length,
      message: `Engine: expected images that fit into 4 GiB, got ${pixels.length} bytes. Train on parts of them.`,
    });
  }
  data.moveBatchBehind(free + pixels.length);
  data.bytes.set(pixels, free);
}

/** Address of an image of the training set, in bytes. */
export function trainingImage({ program, imageBytes }: EngineMemory, index: number): number {
  return program.free + index * imageBytes;
}
