import type { PictureReply, PictureRequest } from './messages';
import { MOST_MILLISECONDS } from './picture-limits';

/** The picture cannot be read; the message is for the visitor. */
export class PictureProblem extends Error {}

/**
 * Finds the ink of a picture, in a worker of its own that ends with it. Nothing leaves the device.
 *
 * @returns uint8 `[280, 280]`
 * @throws {PictureProblem}
 */
export async function readPicture(file: Blob): Promise<Uint8Array> {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const fail = (message: string) => reject(new PictureProblem(message));
      setTimeout(
        () => fail(`The picture was not read within ${MOST_MILLISECONDS / 1000} seconds. Make it smaller.`),
        MOST_MILLISECONDS,
      );
      worker.onerror = () => fail('The picture could not be read. Give another one.');
      worker.onmessage = ({ data }: MessageEvent<PictureReply>) =>
        data.kind === 'ink' ? resolve(data.ink) : fail(data.message);
      worker.postMessage({ file } satisfies PictureRequest);
    });
  } finally {
    worker.terminate();
  }
}
