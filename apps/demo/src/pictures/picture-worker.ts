// Decodes one picture beside the page: what goes wrong here, or never ends, is ended with the worker.
import { inkFromPhotograph } from '@lenet/core/images';
import { INK_SIDE } from '../drawing/mark';
import { checkPicture } from './check-picture';
import { fitInk } from './fit-ink';
import type { PictureReply, PictureRequest } from './messages';

/** Longest side at which ink is looked for, in pixels: digits need no more. */
const LONGEST_SIDE = 1024;

addEventListener('message', async ({ data }: MessageEvent<PictureRequest>) => {
  const reply = await readPicture(data.file).catch((error: Error): PictureReply => {
    return { kind: 'problem', message: `The picture could not be read: ${error.message}` };
  });
  postMessage(reply);
});

async function readPicture(file: Blob): Promise<PictureReply> {
  const problem = checkPicture(new Uint8Array(await file.arrayBuffer()));
  if (problem !== undefined) return { kind: 'problem', message: problem };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return {
      kind: 'problem',
      message:
        'The picture is damaged, or this browser does not know its format. Give a PNG, JPEG or WebP picture.',
    };
  }
  const colours = shrink(bitmap);
  const ink = inkFromPhotograph(colours.data, colours.width, colours.height);
  const fitted = fitInk(ink, INK_SIDE);
  if (fitted !== undefined) return { kind: 'ink', ink: fitted };
  return {
    kind: 'problem',
    message: 'No ink was found in the picture. Take one with more contrast, dark on light or light on dark.',
  };
}

function shrink(bitmap: ImageBitmap): ImageData {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
