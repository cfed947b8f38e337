import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { availableThreads, startWorkers } from './start-workers-browser.js';

/** A worker that says what a test lets it say. */
class FakeWorker {
  static made: FakeWorker[] = [];
  /** The host refuses more. */
  static most = Number.POSITIVE_INFINITY;
  onmessage = (_: { data: unknown }) => {};
  onerror = (_: { preventDefault(): void }) => {};
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();

  constructor(
    readonly url: string | URL,
    readonly options: WorkerOptions,
  ) {
    if (FakeWorker.made.length >= FakeWorker.most) throw new Error('refused');
    FakeWorker.made.push(this);
  }
}

const data = {
  module: new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
  memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }),
  unitCount: 3,
  preparation: undefined,
};

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made = [];
  FakeWorker.most = Number.POSITIVE_INFINITY;
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('navigator', { hardwareConcurrency: 6 });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that is not isolated, or has no workers, computes alone', async () => {
  expect(availableThreads()).toBe(6);
  for (const [name, value] of [
    ['crossOriginIsolated', false],
    ['Worker', undefined],
  ] as const) {
    vi.stubGlobal(name, value);
    expect(availableThreads()).toBe(1);
    const workers = await startWorkers(4, data);
    expect(workers.count).toBe(0);
    expect(await workers.ended()).toBe(true);
    vi.stubGlobal('crossOriginIsolated', true);
  }
  expect(FakeWorker.made).toEqual([]);
});

test('a module worker gets its number and the memory when it is ready, and runs as long as it likes', async () => {
  const starting = startWorkers(3, data, '/threads.js');
  const [first, second] = FakeWorker.made;
  expect([first.url, first.options]).toEqual(['/threads.js', { type: 'module' }]);
  expect(first.postMessage).not.toHaveBeenCalled();
  first.onmessage({ data: 'ready' });
  second.onmessage({ data: 'ready' });
  const workers = await starting;
  expect(first.postMessage.mock.calls).toEqual([[{ ...data, thread: 1 }]]);
  expect(second.postMessage.mock.calls).toEqual([[{ ...data, thread: 2 }]]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(workers.count).toBe(2);
  expect(first.terminate).not.toHaveBeenCalled();
});

test('without an address, the script beside the engine is taken', async () => {
  void startWorkers(2, data);
  const [{ url, options }] = FakeWorker.made;
  expect(String(url)).toBe(new URL('./worker-browser.js', import.meta.url).href);
  expect(options).toEqual({ type: 'module' });
});

test('a script that fails, says something else or does not come is done without, and never gets the memory', async () => {
  const starting = startWorkers(4, data);
  const [failing, other, silent] = FakeWorker.made;
  const event = { preventDefault: vi.fn() };
  failing.onerror(event);
  other.onmessage({ data: { type: 'hello' } });
  await vi.advanceTimersByTimeAsync(10_000);
  const workers = await starting;
  expect(workers.count).toBe(0);
  // Else the page would hear of an error that is none.
  expect(event.preventDefault).toHaveBeenCalledOnce();
  for (const worker of [failing, other, silent]) {
    expect(worker.postMessage).not.toHaveBeenCalled();
    expect(worker.terminate).toHaveBeenCalledOnce();
  }
  expect(await workers.ended()).toBe(true);
});

test('where the host refuses workers, those that it gave serve', async () => {
  FakeWorker.most = 1;
  const starting = startWorkers(4, data);
  FakeWorker.made[0].onmessage({ data: 'ready' });
  expect((await starting).count).toBe(1);
});

test('the end of all is waited for; one that does not come is forced, and the memory is not free', async () => {
  const starting = startWorkers(3, data);
  const [first, second] = FakeWorker.made;
  first.onmessage({ data: 'ready' });
  second.onmessage({ data: 'ready' });
  const workers = await starting;
  const ended = workers.ended();
  first.onmessage({ data: 'ended' });
  expect(workers.count).toBe(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await ended).toBe(false);
  expect(second.terminate).toHaveBeenCalledOnce();
  second.onmessage({ data: 'ended' });
  expect(await workers.ended()).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
