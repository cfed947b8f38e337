/**
 * Does `work` for 0 … count - 1, a few at once, in that order. After a failure nothing new is begun.
 *
 * @param options.atOnce how many at once, 1 or more
 * @throws what `work` throws first, when everything that was begun has ended
 */
export async function eachAtOnce(
  count: number,
  { atOnce }: { atOnce: number },
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const failures: unknown[] = [];
  const workOn = async () => {
    while (next < count && failures.length === 0) {
      try {
        await work(next++);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
  if (failures.length > 0) throw failures[0];
}
