/**
 * Works on several items at once and gives the results in the order of the items. Never waits longer than it
 * must: results come as soon as those before them are there, however slowly the next item comes.
 *
 * @param ahead items that are worked on at most, those whose results wait to be taken included
 * @returns results that are ready, at least one at a time
 * @throws what `items` or `work` throws
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result[], void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const started: Settling<Result>[] = [];
  let pull: Settling<IteratorResult<Item>> | undefined;
  let isOver = false;
  try {
    while (!isOver || started.length > 0) {
      if (!isOver && started.length < ahead) pull ??= settling(iterator.next());
      const awaited = [started[0], pull].flatMap((settles) => settles?.settled ?? []);
      await Promise.race(awaited);
      if (pull?.isSettled) {
        const { done, value } = await pull.promise;
        pull = undefined;
        if (done) isOver = true;
        else started.push(settling(work(value)));
      }
      const ready = started.findIndex(({ isSettled }) => !isSettled);
      const results = started.splice(0, ready === -1 ? started.length : ready);
      if (results.length > 0) yield await Promise.all(results.map(({ promise }) => promise));
    }
  } finally {
    await iterator.return?.();
  }
}

interface Settling<Value> {
  readonly promise: Promise<Value>;
  /** Never rejects. */
  readonly settled: Promise<void>;
  isSettled: boolean;
}

function settling<Value>(promise: Promise<Value>): Settling<Value> {
  const settle = () => {
    settles.isSettled = true;
  };
  const settles: Settling<Value> = { promise, settled: promise.then(settle, settle), isSettled: false };
  return settles;
}
