import { type Architecture, InvalidArgumentError, type Layer, lenetReport } from '@lenet/core';

/**
 * Tells whether the engine computes a network. It compiles one shape: that of `lenetReport`, under any names.
 * A last layer without softmax is the same network, since learners and classifiers work with logits.
 *
 * @returns the first difference, as a clause; undefined where there is none, and the engine can be used
 * @example
 * import { classicLenet5 } from '@lenet/core';
 * import { explainUnsupported } from '@lenet/engine';
 *
 * console.log(explainUnsupported(classicLenet5)); // expects input 28x28x1, got input 32x32x1
 */
export function explainUnsupported(architecture: Architecture): string | undefined {
  const expected = describe(lenetReport);
  const received = describe(architecture);
  for (let index = 0; index < Math.max(expected.length, received.length); index++) {
    if (expected[index] === received[index]) continue;
    return `expects ${expected[index] ?? 'no more layers'}, got ${received[index] ?? 'no more layers'}`;
  }
  return undefined;
}

/** @throws {InvalidArgumentError} naming the first layer that is different */
export function requireLenetReport(architecture: Architecture): void {
  const difference = explainUnsupported(architecture);
  if (difference === undefined) return;
  throw new InvalidArgumentError({
    argument: 'architecture',
    received: architecture,
    message: `Network "${architecture.name}": the engine ${difference}. It computes the shape of "lenet-report" only; for others take @lenet/core/tfjs.`,
  });
}

function describe({ inputShape, layers }: Architecture): string[] {
  return [`input ${inputShape.join('x')}`, ...layers.map(describeLayer)];
}

function describeLayer(layer: Layer, index: number): string {
  const { name: _, kind, ...sizes } = layer;
  const isLast = index === lenetReport.layers.length - 1;
  const settings = {
    ...sizes,
    ...('poolSize' in layer && { padding: layer.padding ?? 'valid' }),
    ...(isLast && kind === 'dense' && layer.activation === 'linear' && { activation: 'softmax' }),
  };
  const parts = Object.entries(settings).map(([key, value]) => `${key} ${value}`);
  return [kind, ...parts.sort()].join(', ');
}
