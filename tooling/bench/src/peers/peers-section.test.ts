import { expect, test } from 'vitest';
import { chooseContestants, contestants } from './contestants.ts';
import type { EpochResult } from './epoch-race.ts';
import { peersSection } from './peers-section.ts';

const named = (name: string) => contestants.find((contestant) => contestant.name === name)!;

function result(name: string, seconds: number[], fields: Partial<EpochResult>): EpochResult {
  return {
    contestant: named(name),
    software: 'Fake 1.0',
    note: '',
    seconds,
    loss: 0.125,
    peakBytes: null,
    ...fields,
  };
}

const base = { machine: 'Abacus (2 cores)', rounds: 3 };

test('an epoch of each contestant stands beside that of the reference', () => {
  const section = peersSection({
    ...base,
    epochs: {
      results: [
        result('strict-2', [1, 8, 2], { software: 'Lenet engine strict' }),
        result('torch-fused-2', [2, 8, 10], { software: 'PyTorch 2.15.0', note: 'channels last' }),
        result('tfjs-wasm-1', [20, 32, 20], { software: 'TensorFlow.js wasm 4.22.0' }),
      ],
      leftOut: [{ contestant: named('tfjs-node-2'), reason: 'Contestant "tfjs-node-2": no\naddon.' }],
      othersShare: 0.021,
    },
  });
  expect(section).toContain(
    'on Abacus (2 cores); PyTorch 2.15.0, TensorFlow.js wasm 4.22.0.\n\nAll train the network of the LeNet report (44,426 parameters) on the CPU, with the same 60,000 images of MNIST, shuffled anew each epoch, batches of 64 and Adam at 0.001. They take turns, 3 rounds',
  );
  expect(section).toContain(
    [
      '| what                                     | threads | an epoch |    least to most | ratio |         goal |  loss |',
      '| ---------------------------------------- | ------: | -------: | ---------------: | ----: | -----------: | ----: |',
      '| Lenet engine, strict                     |       2 |   2.00 s |   1.00 to 8.00 s |  0.50 | at most 0.45 | 0.125 |',
      '| PyTorch, fused Adam                      |       2 |   8.00 s |  2.00 to 10.00 s |  1.00 |              | 0.125 |',
      `| TensorFlow.js, WebAssembly, Lenet's loop |       1 |  20.00 s | 20.00 to 32.00 s |  4.00 |              | 0.125 |`,
    ].join('\n'),
  );
  expect(section).toContain(
    [
      '- other programs used 2 % of the cores at most while an epoch was timed',
      `- TensorFlow.js, WebAssembly, Lenet's loop, 1 thread: 10 % of an epoch each round, its time scaled up; its loss is that of fewer steps`,
      '- PyTorch, fused Adam, 2 threads: channels last, the fastest of the ways that were tried',
      `- TensorFlow.js, native, Lenet's loop, 2 threads: left out. Contestant "tfjs-node-2": no addon.`,
    ].join('\n'),
  );
});

test('augmentation is compared with the same contestant without it', () => {
  const results = [result('augmented-2', [3, 6], {}), result('strict-2', [2, 4], {})];
  const section = peersSection({ ...base, epochs: { results, leftOut: [], othersShare: 0 } });
  expect(section).toContain(
    '| rotation, scale and shift |       2 |   4.50 s | 3.00 to 6.00 s |  1.50 | at most 1.30 | 0.125 |',
  );
});

test('what is chosen brings what it is compared with', () => {
  const chosen = chooseContestants(['engine', 'augmented-2']).map(({ name }) => name);
  expect(chosen).toEqual(['augmented-2', 'strict-2', 'torch-fused-2']);
  expect(chooseContestants(['engine'])).toEqual([]);
});

test('whole programs and the engine alone have tables of their own', () => {
  const section = peersSection({
    ...base,
    recipes: [
      {
        title: '`lenet train`',
        seconds: [3, 4, 5],
        wholeSeconds: [6, 6, 6],
        accuracies: [0.9912, 0.9912, 0.9912],
        peakBytes: 2.5e8,
      },
      {
        title: 'PyTorch, fused Adam',
        seconds: [12, 12, 10],
        wholeSeconds: [12, 12, 12],
        accuracies: [0.99, 0.99, 0.99],
      },
    ],
    engine: {
      oneImageUs: 20.04,
      thousandImagesMs: 15,
      moduleBytes: { 'lenet-strict': 12_000, 'lenet-forward-strict': 4000 },
    },
  });
  expect(section).not.toContain('### An epoch');
  expect(section).toContain(
    '| `lenet train`       |               4.00 s |   3.00 to 5.00 s |  0.33 | at most 0.35 |       99.12 % |     6.00 s |  0.50 |      250 MB |',
  );
  expect(section).toContain('| one image, strict, 1 thread    |      20.0 µs |        at most 25 µs |');
  expect(section).toContain('| module `lenet-strict`          | 12,000 bytes | at most 16,384 bytes |');
  expect(section).toContain('| module `lenet-forward-strict`  |  4,000 bytes |  at most 4,096 bytes |');
});
