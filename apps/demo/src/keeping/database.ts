import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A digit that the visitor wrote, and what it was meant to be. */
export interface Sample {
  /** uint8 `[28, 28]`, normalised: what the network sees. */
  readonly pixels: Uint8Array;
  /** 0 … 9 */
  readonly label: number;
  /** What the network took it for; null where it was imported. */
  readonly answer: number | null;
}

export interface KeptSample extends Sample {
  /** Grows with each sample of this device. */
  readonly id: number;
}

/** A model folder of the visitor's own. */
export interface KeptModel {
  readonly name: string;
  /** For people: where it came from. */
  readonly title: string;
  /** Content by file name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Schema extends DBSchema {
  samples: { key: number; value: Sample & { id?: number } };
  models: { key: string; value: KeptModel };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | undefined;

/**
 * The visitor's own things, on this device only.
 *
 * @throws {DOMException} where the browser keeps nothing
 */
export function openDatabase(): Promise<Database> {
  opened ??= openDB<Schema>('lenet', 1, {
    upgrade(database) {
      database.createObjectStore('samples', { keyPath: 'id', autoIncrement: true });
      database.createObjectStore('models', { keyPath: 'name' });
    },
    // Another tab may need a newer version, or delete everything.
    blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
    terminated() {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
