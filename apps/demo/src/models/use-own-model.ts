import { useCallback } from 'react';
import { chooseModel } from '../reading/reader-store';
import type { DroppedFile } from './dropped-files';
import { OwnModelProblem, readOwnModel } from './own-model';

/**
 * Takes the visitor's own model into use. What reads now goes on where the new one is not whole.
 *
 * @param onProblem told what is wrong, or undefined where all is well
 */
export function useModelDrop(onProblem: (message: string | undefined) => void) {
  return useCallback(
    async (files: readonly DroppedFile[]) => {
      try {
        chooseModel(await readOwnModel(files));
        onProblem(undefined);
      } catch (error) {
        if (!(error instanceof OwnModelProblem)) throw error;
        onProblem(error.message);
      }
    },
    [onProblem],
  );
}
