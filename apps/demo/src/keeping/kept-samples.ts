import { type KeptSample, openDatabase, type Sample } from './database';
import { storageProblem } from './storage-problem';

/** The visitor's digits. What cannot be kept on the device stays in memory: nothing is lost while the page is open. */
export interface SampleState {
  readonly samples: readonly KeptSample[];
  /** Why they are not kept on the device. */
  readonly problem: string | undefined;
}

export interface KeptSamples {
  readonly state: SampleState;
  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void;
  load(): Promise<void>;
  add(samples: readonly Sample[]): Promise<void>;
  remove(id: number): Promise<void>;
  clear(): Promise<void>;
}

const stillThere = 'Your digits stay on this page until you close it; download them to keep them.';

/** Before the visitor's are read from the device. */
export const noSamples: SampleState = { samples: [], problem: undefined };

export function createKeptSamples(): KeptSamples {
  let state = noSamples;
  /** Of samples that the device did not take: below all others. */
  let nextOwnId = -1;
  const listeners = new Set<() => void>();

  function set(next: Partial<SampleState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  /** Changes what is shown, whatever the device says, and tells what it says. */
  async function tryToKeep(keep: () => Promise<void>) {
    try {
      await keep();
      set({ problem: undefined });
    } catch (error) {
      set({ problem: storageProblem(error, stillThere) });
    }
  }

  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () =>
      tryToKeep(async () => {
        const kept = await (await openDatabase()).getAll('samples');
        const own = state.samples.filter(({ id }) => id < 0);
        set({ samples: [...(kept as KeptSample[]), ...own] });
      }),
    async add(samples) {
      const ids = samples.map(() => nextOwnId--);
      await tryToKeep(async () => {
        const keys = await addAll(samples);
        ids.splice(0, ids.length, ...keys);
      });
      set({
        samples: [...state.samples, ...samples.map((sample, index) => ({ ...sample, id: ids[index] }))],
      });
    },
    async remove(id) {
      set({ samples: state.samples.filter((sample) => sample.id !== id) });
      if (id > 0) await tryToKeep(async () => (await openDatabase()).delete('samples', id));
    },
    async clear() {
      set({ samples: [] });
      await tryToKeep(async () => (await openDatabase()).clear('samples'));
    },
  };
}

/** All or none: a half-kept import would be imported twice. */
async function addAll(samples: readonly Sample[]): Promise<number[]> {
  const transaction = (await openDatabase()).transaction('samples', 'readwrite');
  // Its failure is that of the request, which is awaited first.
  transaction.done.catch(() => {});
  try {
    const keys: number[] = [];
    for (const sample of samples) keys.push(await transaction.store.add({ ...sample }));
    await transaction.done;
    return keys;
  } catch (error) {
    if (transaction.error === null) transaction.abort();
    throw error;
  }
}
