import type { RunProgram } from './run-program.js';

/** All that the set-up knows of the machine, so that a test can give it another one. */
export interface SetupContext {
  /** Folder of the installed package `@tensorflow/tfjs-node`. */
  readonly packageFolder: string;
  /** Version in that package's package.json. */
  readonly packageVersion: string;
  /** Folder with `node_api.h`. */
  readonly nodeHeadersFolder: string;
  /** Folder for what is large or slow to make; it may not exist yet. */
  readonly cacheFolder: string;
  /** `<process.platform>-<process.arch>`, e.g. `linux-x64`. */
  readonly platform: string;
  /** Environment variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly run: RunProgram;
  /** Takes one line for a person, without a newline. */
  readonly report: (line: string) => void;
}

/**
 * Where tfjs-node looks for its addon, from the package's folder. It takes the highest Node-API version
 * that both it and Node know; every Node from 20 on knows its highest, 8.
 */
export const addonPath = 'lib/napi-v8/tfjs_binding.node';
