import { type Architecture, findArchitecture } from '@lenet/core';
import type { RunConfig } from '../run/run-config.js';

/**
 * The network of a run, with the dropout that was asked for.
 *
 * @throws {InvalidArgumentError} when there is no such network
 */
export function runArchitecture({
  architecture: name,
  dropout: rate,
}: Pick<RunConfig, 'architecture' | 'dropout'>): Architecture {
  const architecture = findArchitecture(name);
  if (rate === undefined) return architecture;
  const layers = architecture.layers.map((layer) => (layer.kind === 'dropout' ? { ...layer, rate } : layer));
  return { ...architecture, layers };
}
