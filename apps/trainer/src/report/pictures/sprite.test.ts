import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imagePictures } from './pictures.js';
import { cornerOf, createSprite, pictureUris } from './sprite.js';

/** Opacity of the pixels, which is the ink. */
async function ink(uri: string, area?: { left: number; top: number; width: number; height: number }) {
  const image = sharp(Buffer.from(uri.replace('data:image/png;base64,', ''), 'base64'));
  return [...(await (area ? image.extract(area) : image).extractChannel(3).raw().toBuffer())];
}

const pixels = Uint8Array.from({ length: 15 }, (_, pixel) => pixel * 17);
const pictures = imagePictures({ pixels, count: 5, height: 1, width: 3 }, [0, 1, 2, 3, 4]);

test('a sprite has each picture where it says', async () => {
  const sprite = createSprite('some-id', pictures);
  expect(sprite).toMatchObject({ id: 'some-id', columns: 3, sheetWidth: 9, sheetHeight: 2 });
  for (let position = 0; position < 5; position++) {
    const { x, y } = cornerOf(sprite, position);
    const area = { left: x, top: y, width: 3, height: 1 };
    expect(await ink(sprite.href, area)).toEqual([...pixels.subarray(position * 3, position * 3 + 3)]);
  }
});

test('pictures can be had one by one', async () => {
  const uris = pictureUris(pictures);
  expect(uris).toHaveLength(5);
  expect(await ink(uris[4])).toEqual([12 * 17, 13 * 17, 14 * 17]);
});
