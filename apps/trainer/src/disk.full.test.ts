// Disks that are full or read-only, checkpoints damaged in many ways, a clock that runs back, under the built command.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jumpingClock } from './testing/jumping-clock.js';
import {
  drawSmallData,
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
  folder = mkdtempSync(join(tmpdir(), 'lenet-disk-'));
  await drawSmallData(folder);
  const { status, stderr } = await runLenet(['train', ...smallRun, '--name', 'undisturbed'], { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  undisturbed = readTraces(join(folder, 'runs', 'undisturbed'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tracesAt = (path: string) => ({ ...readTraces(path), resumedWithinEpoch: 0 });

const canMount = canMountMemoryDisk();
describe.skipIf(!canMount)(
  `a disk${canMount ? '' : ' (skipped: no file system can be mounted here)'}`,
  () => {
    // From too little for the first file to almost enough for the report.
    test.each(['4k', '16k', '200k', '600k', '1100k', '1600k', '1900k', '2200k'])(
      'of %s is full: an error says so, what was written is whole, and with more space it goes on',
      async (size) => {
        const disk = mountMemoryDisk(size)!;
        try {
          const args = ['train', ...smallRun, '--out', disk.path, '--name', 'run'];
          const first = await runLenet(args, { cwd: folder, environment: oftenEnvironment });
          expect(first.stderr).toMatch(
            /\nlenet: Run folder: cannot use ".+" \(ENOSPC\)\. The disk is full; free some space\. What was written before is whole\.( Then go on with "lenet resume .+"\.)?\n$/,
          );
          expect(first.status).toBe(1);
          expect(leftovers(join(disk.path, 'run'))).toEqual([]);

          // Still full: refused again, and nothing that was there is lost.
          const begun = readdirSync(join(disk.path, 'run')).includes('config.json');
          const again = begun ? ['resume', join(disk.path, 'run')] : args;
          const second = await runLenet(again, { cwd: folder, environment: oftenEnvironment });
          expect(second.stderr).toContain('(ENOSPC)');
          expect(second.status).toBe(1);

          expect(disk.remount('size=20m')).toBe(true);
          const third = await runLenet(again, { cwd: folder });
          expect([third.stderr.includes('lenet:'), third.status]).toEqual([false, 0]);
          expect(tracesAt(join(disk.path, 'run'))).toEqual(undisturbed);
        } finally {
          disk.unmount();
        }
      },
    );

    test('that becomes read-only ends the run with an error, and a resume too until it can be written', async () => {
      const disk = mountMemoryDisk('20m')!;
      try {
        let isReadOnly = false;
        const args = ['train', ...smallRun, '--epochs', '5', '--out', disk.path, '--name', 'run'];
        const first = await runLenet(args, {
          cwd: folder,
          onStderr: (text) => {
            if (isReadOnly || !text.includes('Epoch 2/5')) return;
            // Busy while a file is open for writing.
            for (let attempt = 0; attempt < 500 && !disk.remount('ro'); attempt++);
            isReadOnly = true;
          },
        });
        const error =
          /lenet: Run folder: cannot use ".+" \(EROFS\)\. The file system is read-only; choose another folder with --out\.\n$/;
        expect(first.stderr).toMatch(error);
        expect(first.status).toBe(1);
        const refused = await runLenet(['resume', join(disk.path, 'run')], { cwd: folder });
        expect(refused.stderr).toMatch(error);
        expect(refused.status).toBe(1);
        expect(disk.remount('rw')).toBe(true);
        const resumed = await runLenet(['resume', join(disk.path, 'run')], { cwd: folder });
        expect([resumed.stderr.includes('lenet:'), resumed.status]).toEqual([false, 0]);
        expect(tracesAt(join(disk.path, 'run'))).toEqual(undisturbed);
      } finally {
        disk.unmount();
      }
    });
  },
);

test('a checkpoint damaged anywhere is passed over, and the bits are the same', async () => {
  const original = join(folder, 'runs', 'stopped');
  let isStopped = false;
  await runLenet(['train', ...smallRun, '--name', 'stopped'], {
    cwd: folder,
    environment: oftenEnvironment,
    onStderr: (text, send) => {
      if (isStopped || !text.includes('Epoch 3/5')) return;
      isStopped = true;
      send('SIGKILL');
    },
  });
  const { size } = statSync(join(original, 'checkpoints', 'last'));
  const flips = [0, 9, 12, 200, Math.floor(size / 3), size - 5, size - 1].map((at) => (bytes: Buffer) => {
    bytes[at] ^= 0x10;
    return bytes;
  });
  const cuts = [0, 3, 15, 20, 300, size >> 1, size - 1].map(
    (length) => (bytes: Buffer) => bytes.subarray(0, length),
  );
  for (const [index, damage] of [...flips, ...cuts].entries()) {
    const path = join('runs', `damaged-${index}`);
    cpSync(original, join(folder, path), { recursive: true });
    const last = join(folder, path, 'checkpoints', 'last');
    writeFileSync(last, damage(readFileSync(last)));
    const { status, stderr } = await runLenet(['resume', path, '--quiet'], { cwd: folder });
    expect(stderr).toMatch(
      /^Checkpoint ".+last" is damaged; it is kept as "last\.damaged"\. Going on from .+\.\n$/,
    );
    expect(status).toBe(0);
    expect(tracesAt(join(folder, path))).toEqual(undisturbed);
  }
});

test('of four that resume a run at once one does it, again and again under kills', async () => {
  for (let round = 0; round < 5; round++) {
    const name = `contested-${round}`;
    let isKilled = false;
    await runLenet(['train', ...smallRun, '--name', name], {
      cwd: folder,
      environment: oftenEnvironment,
      onStderr: (text, send) => {
        if (isKilled || !text.includes(`Epoch ${1 + (round % 4)}/5`)) return;
        isKilled = true;
        send('SIGKILL');
      },
    });
    const all = await Promise.all(
      Array.from({ length: 4 }, () => runLenet(['resume', join('runs', name), '--quiet'], { cwd: folder })),
    );
    const texts = all.filter(({ status }) => status !== 0).map(({ stderr }) => stderr);
    expect(all.filter(({ status }) => status === 0)).toHaveLength(1);
    for (const text of texts) {
      // One that comes late may find the run done.
      expect(text).toMatch(/expected no other process at work on it|is finished: all 5 epochs are done/);
    }
    expect(tracesAt(join(folder, 'runs', name))).toEqual(undisturbed);
    expect(leftovers(join(folder, 'runs', name))).toEqual([]);
  }
});

test('a clock that runs back, by years, changes nothing', async () => {
  const environment = { ...oftenEnvironment, ...jumpingClock('-performance.now() * 1e8') };
  let isKilled = false;
  await runLenet(['train', ...smallRun, '--name', 'back'], {
    cwd: folder,
    environment,
    onStderr: (text, send) => {
      if (isKilled || !text.includes('Epoch 2/5')) return;
      isKilled = true;
      send('SIGKILL');
    },
  });
  const { status, stderr } = await runLenet(['resume', join('runs', 'back')], { cwd: folder, environment });
  expect([stderr.includes('rror'), status]).toEqual([false, 0]);
  expect(tracesAt(join(folder, 'runs', 'back'))).toEqual(undisturbed);
});
