import { expect, test } from 'vitest';
import { shardParser, shareOf } from './shard.js';

test('the shares of all shards together are all seeds, each once, and differ by one at most', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7];
  expect(['1/3', '2/3', '3/3'].map((text) => shareOf(seeds, shardParser(text)))).toEqual([
    [1, 4, 7],
    [2, 5],
    [3, 6],
  ]);
});

test('without a shard the share is everything', () => {
  expect(shareOf([4, 5], undefined)).toEqual([4, 5]);
});

test.each(['0/3', '4/3', '1', '1/0', '-1/3', '1/3/5', 'a/b', ''])('"%s" is refused', (text) => {
  expect(() => shardParser(text)).toThrow(
    'Expected i/n with i from 1 to n, such as 2/5: the second of five shares.',
  );
});
