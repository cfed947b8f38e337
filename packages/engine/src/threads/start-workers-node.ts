import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { WorkerData } from './worker-data.js';
import { noWorkers, type StartWorkers } from './workers.js';

/** Cores that the process may use. */
export function availableThreads(): number {
  return availableParallelism();
}

/** Starts none where a bundler has left the worker's file behind. */
export const startWorkers: StartWorkers = async (threads, data) => {
  const file = new URL('./worker-node.js', import.meta.url);
  if (!existsSync(file)) return noWorkers;
  const running = new Map<Worker, Promise<void>>();
  for (let thread = 1; thread < threads; thread++) {
    try {
      const worker = new Worker(file, {
        workerData: { ...data, thread } satisfies WorkerData,
        // Flags of the program may be none that a worker takes.
        execArgv: [],
      });
      // A program that forgets to dispose ends all the same.
      worker.unref();
      const end = new Promise<void>((resolve) => {
        worker.once('exit', () => {
          running.delete(worker);
          resolve();
        });
      });
      // A worker that cannot start takes no items; `exit` follows.
      worker.on('error', () => {});
      running.set(worker, end);
    } catch {
      break;
    }
  }
  return {
    get count() {
      return running.size;
    },
    async ended() {
      for (const worker of running.keys()) worker.ref();
      await Promise.all(running.values());
      return true;
    },
  };
};
