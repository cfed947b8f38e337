import { expect, test } from 'vitest';
import { changed, createHistory, redone, undone } from './history';

test('undo and redo walk along the changes, and stop at both ends', () => {
  const history = changed(changed(createHistory('a'), 'b'), 'c');
  expect(undone(history).present).toBe('b');
  expect(undone(undone(undone(history))).present).toBe('a');
  expect(redone(undone(history))).toEqual(history);
  expect(redone(history)).toBe(history);
});

test('a change forgets what was undone', () => {
  const history = changed(undone(changed(createHistory('a'), 'b')), 'c');
  expect(history).toEqual({ past: ['a'], present: 'c', future: [] });
});

test('two hundred steps are kept', () => {
  let history = createHistory(0);
  for (let step = 1; step <= 250; step++) history = changed(history, step);
  expect([history.past.length, history.past[0]]).toEqual([200, 50]);
});
