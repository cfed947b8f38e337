import type { ModelData } from '@lenet/core/models';
import type { DataIdentity } from '../data/data-identity.js';
import { mixtureText } from '../data/mixture-text.js';

/** One half of a set, as manifests tell it: without the place where it was found. */
export function describeData(identity: DataIdentity, half: 'training' | 'test'): ModelData {
  const { kind, title, attribution, files, mixture } = identity;
  const isTraining = half === 'training';
  return {
    kind,
    title: isTraining && mixture ? `${title} with ${mixtureText(mixture)}` : title,
    ...(attribution && { attribution }),
    // Images and labels of the training set come first.
    files: isTraining ? files.slice(0, 2) : files.slice(2),
    count: isTraining ? identity.trainingCount : identity.testCount,
  };
}
