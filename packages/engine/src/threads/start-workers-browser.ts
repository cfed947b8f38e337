// Threads of a page: module workers on the shared memory, where the page is cross-origin isolated.
import { noWorkers, type StartWorkers } from './workers.js';

/** A script that has not come by then is done without. */
const MOST_MS_TO_START = 10_000;

/** A worker ends within a step; one that does not is another script, or was ended by the browser. */
const MOST_MS_TO_END = 5000;

/** Cores that the page may use: one where no memory can be shared with a worker. */
export function availableThreads(): number {
  return mayShareMemory() ? navigator.hardwareConcurrency : 1;
}

/** Comes back when each worker has begun to serve or has turned out not to start. */
export const startWorkers: StartWorkers = async (threads, data, workerUrl) => {
  if (!mayShareMemory()) return noWorkers;
  const running = new Map<Worker, Promise<void>>();

  /** @returns when the worker serves, or is known not to */
  function start(worker: Worker, thread: number): Promise<void> {
    return new Promise((started) => {
      const end = new Promise<void>((ended) => {
        const leave = () => {
          clearTimeout(timer);
          worker.terminate();
          running.delete(worker);
          started();
          ended();
        };
        const timer = setTimeout(leave, MOST_MS_TO_START);
        worker.onerror = (event) => {
          // No failure of the page: the other threads do the work.
          event.preventDefault();
          leave();
        };
        worker.onmessage = (event) => {
          if (event.data !== 'ready') return leave();
          // Only now: a worker that is given up before has never seen the memory, which others use after it.
          worker.postMessage({ ...data, thread });
          clearTimeout(timer);
          started();
        };
      });
      running.set(worker, end);
    });
  }

  const starting: Promise<void>[] = [];
  for (let thread = 1; thread < threads; thread++) {
    try {
      starting.push(start(createWorker(workerUrl), thread));
    } catch {
      break;
    }
  }
  await Promise.all(starting);
  return {
    get count() {
      return running.size;
    },
    async ended() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooLate = new Promise<boolean>((resolve) => {
        timer = setTimeout(resolve, MOST_MS_TO_END, false);
      });
      const haveEnded = await Promise.race([Promise.all(running.values()).then(() => true), tooLate]);
      clearTimeout(timer);
      for (const worker of running.keys()) worker.terminate();
      return haveEnded;
    },
  };
};

function mayShareMemory(): boolean {
  return globalThis.crossOriginIsolated === true && typeof Worker === 'function';
}

function createWorker(url: string | URL | undefined): Worker {
  if (url !== undefined) return new Worker(url, { type: 'module' });
  // In one expression: by this form bundlers see that there is a worker to be bundled.
  return new Worker(new URL('./worker-browser.js', import.meta.url), { type: 'module' });
}
