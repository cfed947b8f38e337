// Runs the built command: what two models make of the same pictures, for a card.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

const folder = mkdtempSync(join(tmpdir(), 'lenet-beside-'));
const lenet = (...args: string[]) => runLenet(args, { cwd: folder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a model is measured beside another one, and its card has both', async () => {
  const few = ['--data', 'synthetic', '--train-images', '640', '--test-images', '20', '--epochs', '1'];
  await lenet('train', ...few, '--seed', '1', '--name', 'mine', '--backend', 'engine', '--quiet');
  const { status } = await lenet(
    'export',
    'runs/mine',
    '--name',
    'mine',
    '--measure',
    '--beside',
    'lenet-report',
  );
  expect(status).toBe(0);
  const measured = JSON.parse(readFileSync(join(folder, 'models/mine/measurements.json'), 'utf8'));
  expect(measured.readings).toMatchObject([
    { name: 'mine', version: '0.1.0', digits: { images: 20 } },
    { name: 'lenet-report', generatedDigits: { images: 20_000 }, nonDigits: { all: { kinds: 15 } } },
  ]);
  const accuracies = measured.readings.map(
    ({ generatedDigits }: { generatedDigits: { accuracy: number } }) =>
      `${(100 * generatedDigits.accuracy).toFixed(2)} %`,
  );
  const card = readFileSync(join(folder, 'models/mine/MODEL_CARD.md'), 'utf8');
  expect(card).toContain(`| synthetic digits: read right | ${accuracies.join(' | ')} |`);
});
