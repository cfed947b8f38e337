import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { PictureError } from '../images/picture-error.js';
import { createPredictProgress } from './predict-progress.js';

const problem = new PictureError({ file: 'x.png', problem: 'it is bad', remedy: 'Check it.' });

function follow(isQuiet: boolean) {
  const stream = new PassThrough();
  const time = { now: 0 };
  const progress = createPredictProgress({
    isQuiet,
    stream: stream as unknown as NodeJS.WriteStream,
    hasProgress: false,
    now: () => time.now,
  });
  return { progress, time, written: () => String(stream.read() ?? '') };
}

test('the summary counts what was read, doubted, blank and skipped, and how fast it went', () => {
  const { progress, time, written } = follow(false);
  progress.add(Array.from({ length: 1998 }, () => ({ decision: 'digit' as const })));
  progress.add([{ decision: 'unsure' }, { decision: 'blank' }]);
  progress.tellSkipped(problem);
  progress.tellSkipped(problem, 1);
  time.now = 500;
  progress.end();
  expect(progress.skipped).toBe(2);
  expect(written()).toBe(
    'lenet: skipped "x.png": it is bad. Check it.\n' +
      'lenet: skipped the rest, after 1 image: "x.png": it is bad. Check it.\n' +
      '2,000 images read, 1 unsure, 1 blank, 2 files skipped; 4,000 images/s\n',
  );
});

test('quiet: only what was skipped; a few images have no rate', () => {
  const quiet = follow(true);
  quiet.progress.tellSkipped(problem);
  quiet.progress.end();
  expect(quiet.written()).toBe('lenet: skipped "x.png": it is bad. Check it.\n');

  const few = follow(false);
  few.progress.add([{ decision: 'digit' }]);
  few.progress.end();
  expect(few.written()).toBe('1 image read\n');
});
