import { expect, test, vi } from 'vitest';
import { untilAborted } from './until-aborted.js';

const never = new Promise<never>(() => {});

test('what comes first is the result', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(1), signal)).toBe(1);
  expect(await untilAborted(Promise.resolve(1), undefined)).toBe(1);
  const failure = new Error('no');
  await expect(untilAborted(Promise.reject(failure), signal)).rejects.toBe(failure);
});

test('an abort rejects with its reason, before or while it is waited for', async () => {
  const reason = new Error('left');
  await expect(untilAborted(never, AbortSignal.abort(reason))).rejects.toBe(reason);
  await expect(untilAborted(Promise.resolve(1), AbortSignal.abort(reason))).rejects.toBe(reason);
  const controller = new AbortController();
  const waiting = untilAborted(never, controller.signal);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test('nothing stays with the signal', async () => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, 'addEventListener');
  const remove = vi.spyOn(signal, 'removeEventListener');
  await untilAborted(Promise.resolve(1), signal);
  expect(remove.mock.calls.map(([name, listener]) => [name, listener])).toEqual(
    add.mock.calls.map(([name, listener]) => [name, listener]),
  );
  expect(add).toHaveBeenCalledOnce();
});
