import type { RunRecord } from '../models/run-record.js';
import { resolveConfig } from '../run/run-config.js';

const file = (name: string, bytes: number) => ({ name, sha256: name.slice(0, 1).repeat(64), bytes });

/** A run on MNIST with figures that no training gave; rows and columns of the matrix differ on purpose. */
export const exampleRunRecord: RunRecord = {
  config: resolveConfig({
    recipe: 'lenet-report',
    data: '/somewhere/else',
    epochs: 2,
    seed: 7,
    backend: 'auto',
  }),
  environment: {
    lenet: '0.1.0',
    commit: 'abc123',
    node: '22.0.0',
    backend: 'TensorFlow.js wasm 4.22.0',
    platform: 'linux-x64',
    cpu: 'any',
    cores: 2,
    memoryGiB: 8,
  },
  data: {
    kind: 'mnist',
    title: 'MNIST',
    origin: '/somewhere/else',
    attribution: 'Y. LeCun, C. Cortes, C. J. C. Burges (CC BY-SA 3.0).',
    files: [
      file('a-training-images', 47040016),
      file('b-training-labels', 60008),
      file('c-test-images', 7840016),
      file('d-test-labels', 10008),
    ],
    trainingCount: 60000,
    testCount: 8,
  },
  test: { accuracy: 0.75, loss: 0.5 },
  confusionMatrix: Array.from({ length: 10 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => {
      if (row === 0 && column === 0) return 3;
      if (row === 1 && column === 1) return 3;
      return row === 0 && column === 1 ? 2 : 0;
    }),
  ),
};
