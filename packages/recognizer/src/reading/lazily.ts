/**
 * Makes a value when it is first asked for, and gives the same to everyone. Where that fails, all who wait for it
 * hear of it, and the next call tries again.
 */
export function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
