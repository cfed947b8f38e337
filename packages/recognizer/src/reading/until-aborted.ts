/**
 * Waits for a promise or for the signal, whichever is first. What the promise stands for goes on in both cases.
 *
 * @throws the reason of the signal
 */
export async function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (!signal) return promise;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([aborted, promise]);
  } finally {
    // A signal may live longer than many calls.
    signal.removeEventListener('abort', onAbort);
  }
}
