import type { InkImage } from '@lenet/core/images';
import type { Answer } from './answer';
import type { Backend } from './requested-backend';

/** What the page tells the worker. `start` comes first and once. */
export type Request =
  | {
      readonly kind: 'start';
      readonly backend: Backend;
      /** Address of the folder with the WebAssembly binaries, with a final slash. */
      readonly wasmUrl: string;
      /** Address of the model folder, with a final slash. */
      readonly modelUrl: string;
    }
  | { readonly kind: 'read'; readonly sequence: number; readonly ink: InkImage };

/** What the worker tells the page. */
export type Reply =
  | { readonly kind: 'ready'; readonly reader: ReaderDescription }
  | { readonly kind: 'answer'; readonly sequence: number; readonly answer: Answer }
  /** Nothing can be read from now on. */
  | { readonly kind: 'failed'; readonly message: string };

/** Who reads. */
export interface ReaderDescription {
  readonly backend: Backend;
  /** A word for the visitor where another backend than the requested one had to step in. */
  readonly notice: string | undefined;
  readonly model: {
    readonly name: string;
    readonly version: string;
    readonly parameterCount: number;
    /** Share of the test images read right, 0 … 1, and their number. */
    readonly accuracy: number;
    readonly testCount: number;
    readonly testData: string;
  };
}
