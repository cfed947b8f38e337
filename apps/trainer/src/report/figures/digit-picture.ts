import type { LabelledImages } from '@lenet/core';
import sharp from 'sharp';

/** Red, green and blue of pixel value 0 and of 255: ink on paper, readable on light and on dark pages. */
const paper = [240, 244, 249];
const ink = [16, 30, 54];

/**
 * Pictures of some images as PNG in data URIs, dark on light.
 *
 * @param indices each `0 … images.count - 1`
 */
export function digitPictures(images: LabelledImages, indices: readonly number[]): Promise<string[]> {
  return Promise.all(indices.map((index) => digitPicture(images, index)));
}

async function digitPicture(images: LabelledImages, index: number): Promise<string> {
  const { height, width } = images;
  const size = height * width;
  const colours = new Uint8Array(size * 3);
  for (let pixel = 0; pixel < size; pixel++) {
    const share = images.pixels[index * size + pixel] / 255;
    for (let channel = 0; channel < 3; channel++) {
      colours[pixel * 3 + channel] = Math.round(paper[channel] + share * (ink[channel] - paper[channel]));
    }
  }
  const png = await sharp(colours, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
