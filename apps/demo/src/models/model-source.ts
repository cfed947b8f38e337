import type { WeightsFormat } from '@lenet/core/models';

/** Where a network comes from; it can be sent to a worker. */
export type ModelSource =
  | {
      readonly kind: 'published';
      readonly name: string;
      readonly version: string;
      /** Folder of the model, relative to the site, with a final slash. */
      readonly path: string;
      readonly weights: WeightsFormat;
    }
  /** The visitor's own: the files of a model folder, by name. */
  | {
      readonly kind: 'own';
      readonly name: string;
      readonly files: Readonly<Record<string, Uint8Array>>;
    };
