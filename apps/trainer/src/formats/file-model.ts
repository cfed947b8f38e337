import type { Architecture, Weights } from '@lenet/core';
import type { ModelManifest } from '@lenet/core/models';

/** A network in one file. */
export interface FileModel {
  readonly architecture: Architecture;
  readonly weights: Weights;
  /**
   * Where the weights came from; absent in files of other programs. Its files are those that the weights were read from,
   * not the one that this is in.
   */
  readonly manifest?: ModelManifest;
}
