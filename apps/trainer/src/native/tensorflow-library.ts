import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Outcome, succeeded } from './outcome.js';

/** TensorFlow as a C library, somewhere on this machine. */
export interface TensorflowLibrary {
  /** Folder with `tensorflow/c/c_api.h` below it. */
  readonly includeFolder: string;
  /** Folder with `libtensorflow*` in it. */
  readonly libraryFolder: string;
}

/** The names under which TensorFlow is published: the C archive's first, then the Python package's. */
const libraryNames = ['libtensorflow.so', 'libtensorflow.so.2', 'libtensorflow_cc.so.2'];
const frameworkNames = ['libtensorflow_framework.so', 'libtensorflow_framework.so.2'];

/** @param remedy what to do when something is missing */
export function checkLibrary(library: TensorflowLibrary, remedy: string): Outcome<TensorflowLibrary> {
  const missing = [
    join(library.includeFolder, 'tensorflow', 'c', 'c_api.h'),
    join(library.includeFolder, 'tensorflow', 'c', 'eager', 'c_api.h'),
  ].filter((path) => !existsSync(path));
  for (const names of [libraryNames, frameworkNames]) {
    if (!names.some((name) => existsSync(join(library.libraryFolder, name)))) {
      missing.push(`${join(library.libraryFolder, names[0])} (or ${names.slice(1).join(', ')})`);
    }
  }
  if (missing.length > 0) return failed(`missing: ${missing.join('; ')}`, remedy);
  return succeeded(library);
}

/**
 * Which links `deps/lib` needs: every file of TensorFlow under its own name, which the loader asks for,
 * and under the plain name, which the linker asks for.
 *
 * @returns pairs of the link's name and the file that it leads to
 */
export function libraryLinks(library: TensorflowLibrary): [name: string, target: string][] {
  const files = readdirSync(library.libraryFolder).filter((name) => name.startsWith('libtensorflow'));
  const links = files.map((name): [string, string] => [name, join(library.libraryFolder, name)]);
  for (const names of [libraryNames, frameworkNames]) {
    const found = names.find((name) => files.includes(name));
    if (found !== undefined && found !== names[0]) links.push([names[0], join(library.libraryFolder, found)]);
  }
  return links;
}
