import type { ColourPicture } from '@lenet/recognizer';

type Colour = readonly [red: number, green: number, blue: number];

const cream: Colour = [250, 246, 230];
const blue: Colour = [20, 30, 120];

/**
 * A picture in RGBA of ink: blue on cream paper unless told otherwise.
 *
 * @param ink uint8 `[height, width]`
 */
export function colouredPicture(
  ink: Uint8Array,
  width: number,
  height: number,
  { paper = cream, pen = blue } = {},
): ColourPicture {
  const data = new Uint8ClampedArray(ink.length * 4);
  for (const [pixel, strength] of ink.entries()) {
    for (let channel = 0; channel < 3; channel++) {
      data[pixel * 4 + channel] = paper[channel] + ((pen[channel] - paper[channel]) * strength) / 255;
    }
    data[pixel * 4 + 3] = 255;
  }
  return { data, width, height };
}
