// What a page and the worker that trains for it say to each other.
import type { NamedTensor } from '@lenet/core';

/** From the page. */
export type Order =
  | {
      readonly type: 'train';
      readonly imageCount: number;
      readonly epochs: number;
      /** @default the cores of the machine where the page is cross-origin isolated, else 1 */
      readonly threads?: number;
      readonly workerUrl?: string;
    }
  /** The step in hand is finished, and the weights so far are told. */
  | { readonly type: 'stop' };

/** From the worker. */
export type Report =
  | { readonly type: 'epoch'; readonly epoch: number; readonly loss: number }
  | { readonly type: 'end'; readonly backend: string; readonly weights: readonly NamedTensor[] }
  | { readonly type: 'failure'; readonly message: string };
