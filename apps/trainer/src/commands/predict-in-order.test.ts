import { expect, test } from 'vitest';
import { inOrder } from './predict-in-order.js';

async function* countTo(last: number) {
  for (let value = 1; value <= last; value++) yield value;
}

async function collect<Value>(batches: AsyncIterable<readonly Value[]>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const batch of batches) values.push(...batch);
  return values;
}

test('results come in the order of the items, however long each takes', async () => {
  const work = (value: number) =>
    new Promise<number>((resolve) => setTimeout(() => resolve(value * 10), 8 - 2 * value));
  expect(await collect(inOrder(countTo(4), work, 4))).toEqual([10, 20, 30, 40]);
});

test('no more items are begun than the limit, while their results wait to be taken', async () => {
  const begun: number[] = [];
  const results = inOrder(
    countTo(100),
    async (value) => {
      begun.push(value);
    },
    3,
  );
  await results.next();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(begun.length).toBeLessThanOrEqual(4);
  await results.return();
});

test('a result is given as soon as it is there, though the next item never comes', async () => {
  async function* stuck() {
    yield 1;
    await new Promise(() => {});
  }
  expect(await inOrder(stuck(), async (value) => value, 4).next()).toEqual({ done: false, value: [1] });
});

test('an error of the work is thrown in its place, and the items are let go', async () => {
  let isReleased = false;
  async function* items() {
    try {
      yield* countTo(9);
    } finally {
      isReleased = true;
    }
  }
  const results = inOrder(
    items(),
    async (value) => {
      if (value === 2) throw new Error('Item 2 is bad.');
      return value;
    },
    2,
  );
  await expect(collect(results)).rejects.toThrow('Item 2 is bad.');
  expect(isReleased).toBe(true);
});
