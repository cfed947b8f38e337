import { findArchitecture } from '@lenet/core';
import { expect, test } from 'vitest';
import { runArchitecture } from './run-architecture.js';

test('is the named network, with the dropout that was asked for', () => {
  expect(runArchitecture({ architecture: 'beginner-cnn' })).toBe(findArchitecture('beginner-cnn'));
  const { layers } = runArchitecture({ architecture: 'beginner-cnn', dropout: 0.1 });
  expect(layers.flatMap((layer) => (layer.kind === 'dropout' ? [layer.rate] : []))).toEqual([0.1, 0.1, 0.1]);
  expect(layers).toHaveLength(findArchitecture('beginner-cnn').layers.length);
});
