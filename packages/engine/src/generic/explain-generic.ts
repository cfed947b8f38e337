import { type Architecture, layerShapes } from '@lenet/core';

/** Most layers that compute: what the program's tables have room for. */
const MOST_LAYERS = 24;

/**
 * Whether the generic module computes a network.
 *
 * @returns why not, as a clause; undefined where it does
 * @throws {InvalidArgumentError} when a layer does not fit its input
 */
export function explainGeneric(architecture: Architecture): string | undefined {
  const { inputShape, layers } = architecture;
  if (inputShape[2] !== 1) return `computes grey images, got ${inputShape[2]} channels`;
  layerShapes(architecture);
  const last = layers.at(-1);
  if (last?.kind !== 'dense')
    return `computes networks that end in a dense layer, got ${last?.kind ?? 'no layer'}`;
  if (layers.length > MOST_LAYERS) return `computes ${MOST_LAYERS} layers at most, got ${layers.length}`;
  return undefined;
}
