import { expect, test } from 'vitest';
import { extendConfig } from './extend-config.js';
import { resolveConfig } from './run-config.js';

const started = resolveConfig({});
const limited = resolveConfig({ timeLimit: 600, patience: 3 });

test('an unfinished run goes on as it is', () => {
  expect(extendConfig('runs/a', started, {}, undefined)).toBe(started);
});

test('epochs and time can be added', () => {
  expect(extendConfig('runs/a', started, { epochs: 12 }, 'completed')).toEqual({ ...started, epochs: 12 });
  expect(extendConfig('runs/a', limited, { timeLimit: 900 }, 'time-limit')).toEqual({
    ...limited,
    timeLimitSeconds: 900,
  });
  const { timeLimitSeconds: _, ...unlimited } = limited;
  expect(extendConfig('runs/a', limited, { timeLimit: 'none' }, 'time-limit')).toEqual(unlimited);
});

test.each([
  [
    started,
    {},
    'completed',
    'Run "runs/a" is finished: all 10 epochs are done. Train on with --epochs and a larger number, or start a new run with "lenet train".',
  ],
  [
    started,
    { epochs: 9 },
    undefined,
    'Run "runs/a" was started with 10 epochs: expected a larger number, got --epochs 9. Epochs cannot be taken back; start a new run with "lenet train".',
  ],
  [
    limited,
    { epochs: 12 },
    'time-limit',
    'Run "runs/a" is finished: its time limit of 10m is over. Train on with --time-limit and a longer time, or none.',
  ],
  [
    limited,
    { timeLimit: 60 },
    'time-limit',
    'Run "runs/a" was started with --time-limit 10m: expected more, got --time-limit 1m. Give a longer time, or none.',
  ],
  [
    started,
    { timeLimit: 60 },
    'completed',
    'Run "runs/a" was started with no time limit: expected more, got --time-limit 1m. Give a longer time, or none.',
  ],
  [
    limited,
    { epochs: 12 },
    'early-stopping',
    'Run "runs/a" is finished: validation no longer got better. To train on, start a new run with a larger --patience.',
  ],
] as const)('refuses what would do nothing or take something back: %#', (config, options, end, message) => {
  expect(() => extendConfig('runs/a', config, options, end)).toThrow(message);
});
