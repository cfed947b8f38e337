// Ctrl-C at every phase of a run of the built command: what is kept, what is said, how to go on.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-interruption-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Interrupts once, when standard error first shows `text`. */
function trainInterruptedAt(text: string, args: readonly string[]) {
  let isInterrupted = false;
  return runLenet(['train', '--data', 'synthetic', '--epochs', '1', ...args], {
    cwd: folder,
    onStderr: (stderr, interrupt) => {
      if (isInterrupted || !stderr.includes(text)) return;
      isInterrupted = true;
      interrupt();
    },
  });
}

test('while the digits are drawn: nothing is written', async () => {
  const { status, stderr } = await trainInterruptedAt('Backend:', ['--name', 'drawing']);
  expect(stderr).toMatch(
    /Stopping in good order; press Ctrl-C again to stop at once\.\nInterrupted while the data was loaded; nothing half-written is left\. Run the same command again to go on\.\n$/,
  );
  expect(status).toBe(130);
  expect(existsSync(join(folder, 'runs'))).toBe(false);
});

test('while the report is written: all epochs are kept, and a resume writes it', async () => {
  const few = ['--train-images', '300', '--test-images', '50'];
  const { status, stderr } = await trainInterruptedAt('Evaluating', [...few, '--name', 'report']);
  const path = join('runs', 'report');
  expect(stderr).toContain(
    `Interrupted before the report was whole; all epochs are kept. Write it with "lenet resume ${path}".\n`,
  );
  expect(status).toBe(130);
  expect(existsSync(join(folder, path, 'metrics.json'))).toBe(false);

  expect((await runLenet(['resume', path], { cwd: folder })).status).toBe(0);
  const metrics = JSON.parse(readFileSync(join(folder, path, 'metrics.json'), 'utf8'));
  expect(metrics.epochs).toBe(1);
});
