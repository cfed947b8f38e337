// Runs the built `lenet models`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { architectures, lenetReport, summarize } from '@lenet/core';
import { expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

const { evaluation, name, version } = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@lenet/model-artifacts/lenet-report/manifest.json'),
    'utf8',
  ),
);

test('prints the layers of one network, or of all', async () => {
  expect(await runLenet(['models', 'lenet-report'])).toEqual({
    status: 0,
    stdout: summarize(lenetReport),
    stderr: '',
  });
  expect((await runLenet(['models'])).stdout).toBe(architectures.map(summarize).join('\n'));
});

test('compares them, with the accuracy on record', async () => {
  const { status, stdout } = await runLenet(['models', '--compare']);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe(
    'Network          Input  Parameters  Multiply-adds      Size  Test accuracy on record',
  );
  const accuracy = `${(evaluation.accuracy * 100).toFixed(2)} % (${name} ${version}; MNIST, 10,000 images)`;
  // Convolutions 576 · 150 + 64 · 2,400, dense layers 30,720 + 10,080 + 840.
  expect(lines[2]).toContain('lenet-report     28x28      44,426        281,640  177.7 kB  ');
  // One line for each model on record.
  expect(lines).toContainEqual(expect.stringMatching(/^ {61}\d/));
  expect(lines.filter((line) => line.endsWith(accuracy))).toHaveLength(1);
  expect(lines.filter((line) => /^\w/.test(line))).toHaveLength(1 + architectures.length);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
});

test('gives the same as one line of JSON', async () => {
  const { stdout } = await runLenet(['models', 'lenet-report', '--json']);
  expect(stdout.match(/\n/g)).toHaveLength(1);
  const { models } = JSON.parse(stdout);
  expect(models).toHaveLength(1);
  expect(models[0]).toMatchObject({
    name: 'lenet-report',
    inputShape: [28, 28, 1],
    parameters: 44_426,
    multiplyAdds: 281_640,
    weightBytes: 177_704,
  });
  expect(models[0].layers[0]).toEqual({
    name: 'conv2d',
    kind: 'conv2d',
    outputShape: [24, 24, 6],
    parameters: 156,
  });
  expect(models[0].onRecord).toContainEqual({
    model: name,
    version,
    accuracy: evaluation.accuracy,
    loss: evaluation.loss,
    data: 'MNIST',
    images: 10_000,
  });
});

test('knows no other names', async () => {
  const { status, stderr } = await runLenet(['models', 'alexnet']);
  expect(stderr.split('\n')[0]).toBe(
    `error: command-argument value 'alexnet' is invalid for argument 'name'. Allowed choices are ${architectures.map((known) => known.name).join(', ')}.`,
  );
  expect(status).toBe(2);
});
