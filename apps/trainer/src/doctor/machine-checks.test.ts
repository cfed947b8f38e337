import { expect, test } from 'vitest';
import { findMemory, findNode, findProcessor } from './machine-checks.js';

test.each(['20.0.0', '22.23.2', '24.1.0', '100.0.0'])('Node %s will do', (version) => {
  expect(findNode(version)).toEqual({ status: 'good', summary: version, details: { version } });
});

test('an older Node is bad', () => {
  expect(findNode('18.20.4')).toEqual({
    status: 'bad',
    summary: 'expected 20 or later, got 18.20.4',
    remedy: 'Install a newer Node, for example from https://nodejs.org.',
    details: { version: '18.20.4' },
  });
});

const machine = { model: 'Some CPU', cores: 8, usableCores: 8, grantedCores: undefined };

test('cores, and those that the process may use', () => {
  expect(findProcessor(machine).summary).toBe('Some CPU, 8 cores');
  expect(findProcessor({ ...machine, cores: 1, usableCores: 1 }).summary).toBe('Some CPU, 1 core');
  expect(findProcessor({ ...machine, usableCores: 2 }).summary).toBe(
    'Some CPU, 8 cores, 2 of them for this process',
  );
  expect(findProcessor({ ...machine, grantedCores: 8 }).status).toBe('good');
});

test('fewer cores than threads would be started is a note', () => {
  expect(findProcessor({ ...machine, grantedCores: 2.5 })).toEqual({
    status: 'note',
    summary: 'Some CPU, 8 cores; its control group grants the time of 2.5',
    remedy: 'More threads than that only wait for each other: train with --threads 2.',
    details: { ...machine, grantedCores: 2.5 },
  });
  expect(findProcessor({ ...machine, grantedCores: 0.5 }).remedy).toContain('--threads 1.');
});

test('memory, and what is too little of it', () => {
  const memory = { totalBytes: 8e9, freeBytes: 2.5e9, grantedBytes: undefined };
  expect(findMemory(memory)).toEqual({
    status: 'good',
    summary: '8.0 GB, 2.5 GB free',
    details: { ...memory, grantedBytes: null },
  });
  expect(findMemory({ ...memory, grantedBytes: 256e6 })).toEqual({
    status: 'note',
    summary: '8.0 GB, 2.5 GB free; its control group grants 256.0 MB',
    remedy:
      'Training on MNIST takes 380.0 MB: close other programs, or train on fewer images with --train-images.',
    details: { ...memory, grantedBytes: 256e6 },
  });
});
