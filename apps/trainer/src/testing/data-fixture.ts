import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadDataOptions, loadData } from '../data/load-data.js';
import type { LoadedData } from '../data/loaded-data.js';
import { type MirrorServer, serveArchives, startMirrorServer } from './mirror-server.js';
import { smallSet } from './small-set.js';

/** The small set as the published one: an empty folder for it, an empty cache, and a mirror that has it. */
export interface DataFixture {
  readonly folder: string;
  readonly cacheFolder: string;
  readonly server: MirrorServer;
  load(data: string, options?: Partial<LoadDataOptions>): Promise<LoadedData>;
  /** Writes archives into the folder. @default those of the small set */
  writeSet(set?: ReadonlyMap<string, Uint8Array>): void;
  close(): Promise<void>;
}

export async function openDataFixture(): Promise<DataFixture> {
  const { archives, published } = smallSet();
  const parent = mkdtempSync(join(tmpdir(), 'lenet-data-'));
  const [folder, cacheFolder] = [join(parent, 'digits'), join(parent, 'cache')];
  mkdirSync(folder);
  const server = await startMirrorServer(serveArchives(archives));
  const options = { seed: 1, cacheFolder, environment: {}, mirrors: [server.url], published };
  return {
    folder,
    cacheFolder,
    server,
    load: (data, others = {}) => loadData({ data, ...options, ...others }),
    writeSet(set = archives) {
      for (const [name, archive] of set) writeFileSync(join(folder, name), archive);
    },
    async close() {
      await server.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
