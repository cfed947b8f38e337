import { InvalidArgumentError } from 'commander';

/** A share of a sweep's seeds. */
export interface Shard {
  /** `1 … count` */
  readonly index: number;
  readonly count: number;
}

/** Parser of `--shard`. */
export function shardParser(text: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new InvalidArgumentError('Expected i/n with i from 1 to n, such as 2/5: the second of five shares.');
}

/** Every `count`-th value from the shard's on, so that shares differ by one at most. */
export function shareOf<Value>(values: readonly Value[], shard: Shard | undefined): Value[] {
  return values.filter((_, position) => !shard || position % shard.count === shard.index - 1);
}
