// What goes wrong around a run of the built command: kills, a damaged checkpoint, a second process, a clock
// that jumps, a disk that is full or read-only, a folder that goes away. The long version: `*.full.test.ts`.
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeCheckpoint } from '@lenet/core/training';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jumpingClock } from './testing/jumping-clock.js';
import {
  drawSmallData,
  killOften,
  leftovers,
  oftenEnvironment,
  type RunTraces,
  readTraces,
  smallRun,
} from './testing/killed-runs.js';
import { canMountMemoryDisk, mountMemoryDisk } from './testing/memory-disk.js';
import { runLenet } from './testing/run-lenet.js';

let folder: string;
let undisturbed: RunTraces;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lenet-faults-'));
  await drawSmallData(folder);
  const { status, stderr } = await runLenet(['train', ...smallRun, '--name', 'undisturbed'], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  undisturbed = readTraces(runPath('undisturbed'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runPath = (name: string) => join(folder, 'runs', name);
const tracesOf = (name: string) => ({ ...readTraces(runPath(name)), resumedWithinEpoch: 0 });

/** Sends a signal as soon as standard error shows the text. */
function trainUntil(
  text: string,
  {
    name,
    signal,
    environment = oftenEnvironment,
  }: { name: string; signal: NodeJS.Signals; environment?: Record<string, string> },
) {
  let isSent = false;
  return runLenet(['train', ...smallRun, '--name', name], {
    cwd: folder,
    environment,
    onStderr: (stderr, send) => {
      if (isSent || !stderr.includes(text)) return;
      isSent = true;
      send(signal);
    },
  });
}

test('killed at random moments, runs go on to the same bits', async () => {
  const finished: RunTraces[] = [];
  const { runs } = await killOften({
    cwd: folder,
    seed: 2,
    kills: 4,
    onFinished: (path) => finished.push({ ...readTraces(path), resumedWithinEpoch: 0 }),
  });
  expect(finished).toEqual(Array.from({ length: runs }, () => undisturbed));
  expect(leftovers(runPath(`run-${runs - 1}`))).toEqual([]);
}, 600_000);

test('SIGTERM stops in good order, within the epoch, and a resume goes on there', async () => {
  const { status, stderr } = await trainUntil('Epoch 1/5', { name: 'terminated', signal: 'SIGTERM' });
  expect(stderr).toMatch(
    /\nStopping in good order; press Ctrl-C again to stop at once\.\n(.*\n)*Interrupted (in epoch \d of 5 after \d+ steps|before epoch \d of 5); everything is kept\..* Go on with "lenet resume runs\/terminated"\.\n$/,
  );
  expect(status).toBe(130);
  expect(leftovers(runPath('terminated'))).toEqual([]);
  expect((await runLenet(['resume', 'runs/terminated'], { cwd: folder })).status).toBe(0);
  expect(tracesOf('terminated')).toEqual(undisturbed);
});

test('a second Ctrl-C stops at once, in a long evaluation too, and the last checkpoint stands', async () => {
  const counts = ['--train-images', '3000', '--validation-images', '2400', '--test-images', '10'];
  const args = [
    'train',
    '--data',
    'synthetic',
    ...counts,
    '--batch-size',
    '8',
    '--backend',
    'cpu',
    '--name',
    'twice',
  ];
  let pressed = 0;
  const { status, stderr } = await runLenet(args, {
    cwd: folder,
    environment: oftenEnvironment,
    onStderr: (text, send) => {
      if (pressed === 0 && text.includes('Run folder:')) {
        pressed = 1;
        // Within the first epoch, many seconds of this backend.
        setTimeout(send, 1500);
      } else if (pressed === 1 && text.includes('Stopping in good order')) {
        pressed = 2;
        setTimeout(send, 500);
      }
    },
  });
  expect(stderr).not.toContain('Interrupted');
  expect(status).toBe(130);
  expect(leftovers(runPath('twice'))).toEqual([]);
  const last = decodeCheckpoint(readFileSync(join(runPath('twice'), 'checkpoints', 'last')));
  expect(last.history).toEqual([]);
  expect(last.begun!.stepsDone).toBe(last.state.stepCount);
});

test('a checkpoint with a flipped bit is passed over, and the bits are the same', async () => {
  await trainUntil('Epoch 3/5', { name: 'flipped', signal: 'SIGKILL' });
  const last = join(runPath('flipped'), 'checkpoints', 'last');
  const bytes = readFileSync(last);
  bytes[bytes.length >> 1] ^= 1;
  writeFileSync(last, bytes);
  const { status, stderr } = await runLenet(['resume', 'runs/flipped', '--quiet'], { cwd: folder });
  expect(stderr).toMatch(
    /^Checkpoint "runs\/flipped\/checkpoints\/last" is damaged; it is kept as "last\.damaged"\. Going on from "checkpoints\/(previous|best)", after (epoch \d|\d+ steps of epoch \d)\.\n$/,
  );
  expect(status).toBe(0);
  expect(tracesOf('flipped')).toEqual(undisturbed);
});

test('a second process on a run is refused, and the first does not notice', async () => {
  let second: ReturnType<typeof runLenet> | undefined;
  const first = await runLenet(['train', ...smallRun, '--epochs', '300', '--name', 'shared'], {
    cwd: folder,
    onStderr: (text, send) => {
      if (second || !text.includes('Epoch 1/300')) return;
      second = runLenet(['resume', 'runs/shared'], { cwd: folder }).finally(() => send('SIGINT'));
    },
  });
  const { status, stderr } = await second!;
  expect(stderr).toMatch(
    /^lenet: Run "runs\/shared": expected no other process at work on it, got process \d+ on .+ \(since .+\)\. Wait until it is done, or stop it, then run the command again\.\n$/,
  );
  expect(status).toBe(1);
  expect(first.stderr).toContain('everything is kept.');
  expect(first.status).toBe(130);
});

test('a clock that jumps an hour forth and back changes nothing', async () => {
  const name = 'clock';
  const environment = { ...oftenEnvironment, ...jumpingClock('Math.round(Math.random()) * 3600e3') };
  await trainUntil('Epoch 2/5', { name, signal: 'SIGKILL', environment });
  const startedAt = performance.now();
  const { status, stderr } = await runLenet(['resume', join('runs', name)], { cwd: folder, environment });
  expect([stderr.includes('rror'), status]).toEqual([false, 0]);
  expect(tracesOf(name)).toEqual(undisturbed);
  const { seconds } = JSON.parse(readFileSync(join(runPath(name), 'metrics.json'), 'utf8'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(60 + (performance.now() - startedAt) / 1000);
});

const canMount = canMountMemoryDisk();
test.skipIf(!canMount)(
  `a disk that is full, then read-only, costs a run nothing${canMount ? '' : ' (skipped: none can be mounted here)'}`,
  async () => {
    const disk = mountMemoryDisk('600k')!;
    const path = join(disk.path, 'run');
    const resume = () => runLenet(['resume', path, '--quiet'], { cwd: folder });
    try {
      const args = ['train', ...smallRun, '--out', disk.path, '--name', 'run', '--quiet'];
      const full = await runLenet(args, { cwd: folder, environment: oftenEnvironment });
      expect(full.stderr).toBe(
        `lenet: Run folder: cannot use "${path}" (ENOSPC). The disk is full; free some space. What was written before is whole. Then go on with "lenet resume ${path}".\n`,
      );
      expect(full.status).toBe(1);
      expect(leftovers(path)).toEqual([]);

      expect([disk.remount('size=20m'), disk.remount('ro')]).toEqual([true, true]);
      const readOnly = await resume();
      expect(readOnly.stderr).toMatch(
        /^lenet: Run folder: cannot use ".+" \(EROFS\)\. The file system is read-only; choose another folder with --out\.\n$/,
      );
      expect(readOnly.status).toBe(1);
      expect(disk.remount('rw')).toBe(true);
      expect(await resume()).toMatchObject({ status: 0, stderr: '' });
      expect({ ...readTraces(path), resumedWithinEpoch: 0 }).toEqual(undisturbed);
    } finally {
      disk.unmount();
    }
  },
  300_000,
);

test('a folder that is moved away ends the run, and is gone on with where it is', async () => {
  let isMoved = false;
  const { status, stderr } = await runLenet(['train', ...smallRun, '--name', 'moved'], {
    cwd: folder,
    environment: oftenEnvironment,
    onStderr: (text) => {
      if (isMoved || !text.includes('Epoch 1/5')) return;
      isMoved = true;
      renameSync(runPath('moved'), runPath('elsewhere'));
    },
  });
  expect(stderr).toMatch(
    /\nlenet: Run folder "runs\/moved": expected the lock of this process, "lock-.*\.json", got none\. The folder was moved or deleted, .*\n$|\nlenet: Run folder: cannot use ".*" \(ENOENT\)\. It is missing; was the folder moved or deleted\?\n$/,
  );
  expect(status).toBe(1);
  expect(readdirSync(join(folder, 'runs'))).not.toContain('moved');
  expect((await runLenet(['resume', 'runs/elsewhere'], { cwd: folder })).status).toBe(0);
  expect(tracesOf('elsewhere')).toEqual(undisturbed);
});
