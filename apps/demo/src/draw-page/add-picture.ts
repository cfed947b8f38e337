import { replaceDrawing } from '../drawing/drawing-store';
import { PictureProblem, readPicture } from '../pictures/read-picture';

/**
 * Puts the ink of a picture on the paper, in place of what is there; undo brings that back.
 *
 * @returns what is wrong with the picture, for the visitor
 */
export async function addPicture(file: Blob): Promise<string | undefined> {
  try {
    replaceDrawing([{ kind: 'picture', ink: await readPicture(file) }]);
    return undefined;
  } catch (error) {
    if (error instanceof PictureProblem) return error.message;
    throw error;
  }
}
