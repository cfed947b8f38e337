import { LenetError } from '@lenet/core';
import { type Picture, PictureError, recognize, recognizeAll } from '@lenet/recognizer';
import { afterEach, expect, test, vi } from 'vitest';
import { colouredPicture } from '../testing/coloured-picture.js';
import { smallDigits } from '../testing/small-digits.js';

const [{ picture: digit, label }] = smallDigits(1);
const coloured = colouredPicture(digit.pixels as Uint8Array, 28, 28);

afterEach(() => {
  vi.unstubAllGlobals();
});

async function messageOf(picture: unknown): Promise<string> {
  const error = await recognize(picture as Picture).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(LenetError.isInstance(error)).toBe(true);
  expect(error).toBeInstanceOf(PictureError);
  return (error as PictureError).message;
}

const unknownPicture = (received: string) =>
  `Picture: expected ImageData, a canvas, an ImageBitmap, a Blob, { data, width, height } or { pixels, width, height }, got ${received}. The bytes of a file have to be decoded first; of an image or video element, give await createImageBitmap(element); of a Response, await response.blob().`;

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['digit.png', 'String'],
  [new Uint8Array(100), 'Uint8Array'],
  [{ width: 28, height: 28 }, 'Object'],
  [{ data: new Uint8Array(4) }, 'Object'],
  [
    {
      get [Symbol.toStringTag]() {
        return 'HTMLImageElement';
      },
      width: 8,
      height: 8,
    },
    'HTMLImageElement',
  ],
  [new Response('picture'), 'Response'],
])('%j is no picture', async (picture, received) => {
  expect(await messageOf(picture)).toBe(unknownPicture(received));
});

const noSize = (size: string) =>
  `Picture: expected a width and height of 1 pixel or more, got ${size}. An image that has not been loaded and a bitmap that has been closed have none.`;

test.each([
  [{ data: new Uint8Array(0), width: 0, height: 28 }, '0x28'],
  [{ pixels: new Uint8Array(0), width: 28, height: 0 }, '28x0'],
  [{ data: new Uint8Array(4), width: 0.5, height: 2 }, '0.5x2'],
  [{ pixels: new Uint8Array(4), width: '2', height: 2 }, '"2"x2'],
  [{ getContext: () => null, width: 0, height: 0 }, '0x0'],
  [{ close: () => {}, width: 0, height: 0 }, '0x0'],
])('a picture without pixels is refused: %j', async (picture, size) => {
  expect(await messageOf(picture)).toBe(noSize(size));
});

test('colours must be bytes, as many as the size says', async () => {
  expect(await messageOf({ data: new Uint8Array(100), width: 28, height: 28 })).toBe(
    'Picture: expected 3136 bytes of "data" (RGBA), 2352 (RGB) or 784 (grey) for 28x28, got 100. Give the decoded pixels, and their own width and height.',
  );
  expect(await messageOf({ data: [1, 2, 3, 4], width: 1, height: 1 })).toBe(
    'Picture: expected "data" in a Uint8Array or Uint8ClampedArray, got Array. Give the colours as bytes, 0 to 255.',
  );
});

test('ink must be one number for each pixel', async () => {
  expect(await messageOf({ pixels: new Uint8Array(3136), width: 28, height: 28 })).toBe(
    'Picture: expected 784 "pixels" for 28x28, got 3136. Give one number for each pixel; colours belong in "data".',
  );
  expect(await messageOf({ pixels: new Float64Array(4), width: 2, height: 2 })).toBe(
    'Picture: expected "pixels" in a Uint8Array, Uint8ClampedArray or Float32Array, got Float64Array. Give the ink as bytes, 0 to 255, or as floats, 0 to 1.',
  );
});

test('recognizeAll refuses the same', async () => {
  await expect(recognizeAll({ data: new Uint8Array(0), width: 0, height: 28 })).rejects.toThrow(
    noSize('0x28'),
  );
});

test('pixels without alpha, in grey, and in a Buffer are read as well', async () => {
  const { data, width, height } = coloured;
  const rgb = Uint8Array.from({ length: 784 * 3 }, (_, i) => data[Math.floor(i / 3) * 4 + (i % 3)]);
  const grey = Uint8Array.from({ length: 784 }, (_, pixel) => data[pixel * 4]);
  for (const form of [rgb, grey, Buffer.from(data)]) {
    expect((await recognize({ data: form, width, height })).digit).toBe(label);
  }
});

test('where nothing decodes a Blob, the error says what does', async () => {
  expect(await messageOf(new Blob([new Uint8Array(10)], { type: 'image/png' }))).toBe(
    'Picture: expected a host that decodes a Blob, got one without createImageBitmap, as Node is. Decode it first, with sharp: const { data, info } = await sharp(Buffer.from(await blob.arrayBuffer())).raw().toBuffer({ resolveWithObject: true }), and give { data, width: info.width, height: info.height }.',
  );
});

/** A canvas as browsers have them: it shows what was drawn on it. */
class FakeCanvas {
  static made: FakeCanvas[] = [];
  shown: { readonly picture?: typeof coloured } = {};

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    FakeCanvas.made.push(this);
  }

  getContext() {
    return {
      drawImage: (source: FakeCanvas['shown']) => {
        this.shown = source;
      },
      getImageData: () => this.shown.picture ?? coloured,
    };
  }
}

function stubCanvases() {
  FakeCanvas.made = [];
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
}

const bitmapOf = (picture: typeof coloured) => ({ picture, width: 28, height: 28, close: vi.fn() });

test('a Blob is decoded, and its bitmap closed', async () => {
  stubCanvases();
  const bitmap = bitmapOf(coloured);
  vi.stubGlobal('createImageBitmap', async () => bitmap);
  expect((await recognize(new Blob(['picture']))).digit).toBe(label);
  expect(bitmap.close).toHaveBeenCalledOnce();
});

test('a Blob that cannot be decoded is refused, with the cause', async () => {
  const cause = new Error('The source image could not be decoded.');
  vi.stubGlobal('createImageBitmap', async () => {
    throw cause;
  });
  const blob = new Blob(['no picture'], { type: 'text/plain' });
  expect(await messageOf(blob)).toBe(
    'Picture: expected a Blob that this browser can decode, got 10 bytes of type "text/plain". Give a whole PNG, JPEG or WebP file.',
  );
  await expect(recognize(blob)).rejects.toMatchObject({ cause });
});

test('an abort while a Blob is decoded ends the call at once, and the bitmap is closed when it comes', async () => {
  stubCanvases();
  const bitmap = bitmapOf(coloured);
  let endDecoding = (_: typeof bitmap) => {};
  const decoded = new Promise<typeof bitmap>((resolve) => {
    endDecoding = resolve;
  });
  vi.stubGlobal('createImageBitmap', () => decoded);
  const controller = new AbortController();
  const answer = recognize(new Blob(['picture']), { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  endDecoding(bitmap);
  await vi.waitFor(() => expect(bitmap.close).toHaveBeenCalledOnce());
});

test('an ImageBitmap is drawn, and stays open', async () => {
  stubCanvases();
  const bitmap = bitmapOf(coloured);
  expect((await recognize(bitmap)).digit).toBe(label);
  expect(bitmap.close).not.toHaveBeenCalled();
});

test('a canvas is drawn to one of our own, so that none gets a context that its page did not want', async () => {
  stubCanvases();
  const getContext = vi.fn();
  const canvas = { picture: coloured, width: 28, height: 28, getContext };
  expect((await recognize(canvas)).digit).toBe(label);
  expect(getContext).not.toHaveBeenCalled();
  expect(FakeCanvas.made.map(({ width, height }) => [width, height])).toEqual([[28, 28]]);
});

test('in a page without OffscreenCanvas, its document makes the canvas', async () => {
  FakeCanvas.made = [];
  vi.stubGlobal('document', { createElement: () => new FakeCanvas(0, 0) });
  expect((await recognize(bitmapOf(coloured))).digit).toBe(label);
  expect(FakeCanvas.made.map(({ width, height }) => [width, height])).toEqual([[28, 28]]);
});

test('in Node a canvas of a package is read by its own context; an ImageBitmap cannot be', async () => {
  expect((await recognize(new FakeCanvas(28, 28))).digit).toBe(label);
  const message =
    'Picture: expected a host with canvases, to read this picture with, got one without. Give { data, width, height } with its RGBA pixels instead.';
  expect(await messageOf(bitmapOf(coloured))).toBe(message);
  expect(await messageOf({ width: 28, height: 28, getContext: () => null })).toBe(message);
});

test('pixels that a canvas keeps to itself are refused, with the cause', async () => {
  const cause = new DOMException('The canvas has been tainted by cross-origin data.', 'SecurityError');
  const getImageData = () => {
    throw cause;
  };
  const canvas = { width: 28, height: 28, getContext: () => ({ getImageData }) };
  expect(await messageOf(canvas)).toBe(
    'Picture: expected pixels that may be read, got "The canvas has been tainted by cross-origin data.". A canvas that shows images of other sites keeps its pixels to itself: load them with crossOrigin="anonymous" from a server that allows it.',
  );
  await expect(recognize(canvas)).rejects.toMatchObject({ cause });
});

test('a canvas that is too large to be read is refused, with what to do', async () => {
  const getImageData = () => {
    throw new RangeError('Out of memory');
  };
  expect(await messageOf({ width: 28, height: 28, getContext: () => ({ getImageData }) })).toBe(
    'Picture: expected pixels that may be read, got "Out of memory". A picture may be too large for this browser: draw it smaller.',
  );
});
