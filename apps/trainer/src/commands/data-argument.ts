import { namedSources } from '../data/load-data.js';

/** A folder as `--data` takes it: one that is called as a source is needs a path. */
export function dataArgument(folder: string): string {
  const path = namedSources.includes(folder) ? `./${folder}` : folder;
  return /^[\w./@:+-]+$/.test(path) ? path : JSON.stringify(path);
}
