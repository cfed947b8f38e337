import { type Architecture, InvalidArgumentError, type Layer, lenetReport } from '@lenet/core';
import { explainGeneric } from '../generic/explain-generic.js';

export type ModuleName = 'lenet' | 'generic';

/**
 * Tells whether the engine computes a network: what `defineArchitecture` can express, for grey images, with a
 * dense layer at its end and 24 layers at most.
 *
 * @returns what it computes instead, as a clause; undefined where it computes the network
 * @throws {InvalidArgumentError} when a layer does not fit its input
 * @example
 * import { defineArchitecture } from '@lenet/core';
 * import { explainUnsupported } from '@lenet/engine';
 *
 * const flat = defineArchitecture({ name: 'flat', layers: [{ kind: 'flatten' }] });
 * console.log(explainUnsupported(flat)); // computes networks that end in a dense layer, got flatten
 */
export function explainUnsupported(architecture: Architecture): string | undefined {
  return isLenetReport(architecture) ? undefined : explainGeneric(architecture);
}

/**
 * The module for a network: the one that is made for the shape of `lenetReport`, or the generic one.
 *
 * @throws {InvalidArgumentError} when the engine does not compute the network
 */
export function chooseModule(architecture: Architecture): ModuleName {
  if (isLenetReport(architecture)) return 'lenet';
  const reason = explainGeneric(architecture);
  if (reason === undefined) return 'generic';
  throw new InvalidArgumentError({
    argument: 'architecture',
    received: architecture,
    message: `Network "${architecture.name}": the engine ${reason}. Take @lenet/core/tfjs for it.`,
  });
}

/**
 * Whether a network has the shape of `lenetReport`, under any names. A last layer without softmax is the same
 * network, since learners and classifiers work with logits.
 */
function isLenetReport(architecture: Architecture): boolean {
  return describe(architecture) === describe(lenetReport);
}

function describe({ inputShape, layers }: Architecture): string {
  return JSON.stringify([
    inputShape,
    layers.map((layer, index) => describeLayer(layer, index === layers.length - 1)),
  ]);
}

function describeLayer(layer: Layer, isLast: boolean): unknown {
  const { name: _, ...sizes } = layer;
  const settings = {
    ...sizes,
    ...('poolSize' in layer && { padding: layer.padding ?? 'valid' }),
    ...(isLast && layer.kind === 'dense' && layer.activation === 'linear' && { activation: 'softmax' }),
  };
  return Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
}
