import { expect, test } from 'vitest';
import { EngineError } from '../errors/engine-error.js';
import { CONTROL_WORDS, JobBoard } from './job.js';

function createWords(start = 0): Int32Array {
  const words = new Int32Array(new SharedArrayBuffer(CONTROL_WORDS * 4));
  // Next, limit and done, as they are after so many items.
  words.fill(start, 1, 4);
  return words;
}

test.each([0, 2 ** 31 - 3])(
  'every item of every phase is done once, in order of phases: from %i on',
  (start) => {
    const board = new JobBoard(createWords(start), [[2, 3], [1]]);
    const done: number[][] = [];
    board.run(0, (...item) => done.push(item));
    board.run(1, (...item) => done.push(item));
    expect(done).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 2],
      [1, 0, 0],
    ]);
  },
);

test('a failure is told, what is behind it is left out, and the next job is not touched by it', () => {
  const board = new JobBoard(createWords(), [[3]]);
  const tried: number[] = [];
  const cause = new Error('out of memory');
  const run = () =>
    board.run(0, (_kind, _phase, item) => {
      tried.push(item);
      if (item === 1) throw cause;
    });
  expect(run).toThrow(new EngineError(cause));
  expect(tried).toEqual([0, 1]);
  const next: number[] = [];
  board.run(0, (_kind, _phase, item) => next.push(item));
  expect(next).toEqual([0, 1, 2]);
});

test('a thread that serves ends when it is told to, before a job or during one', () => {
  const words = createWords();
  const board = new JobBoard(words, [[2]]);
  const served: number[] = [];
  // The thread takes an item, is told to stop while it works, and looks for no other.
  const serving = new JobBoard(words, [[2]]);
  board.run(0, (_kind, _phase, item) => {
    served.push(item);
    if (item === 0) {
      board.stop();
      serving.serve(() => served.push(-1));
    }
  });
  expect(served).toEqual([0, 1]);
});
