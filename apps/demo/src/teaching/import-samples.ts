import { inkFromRgba, normalizeDigit } from '@lenet/core/images';
import { type DecodedPng, decode } from 'fast-png';
import type { Sample } from '../keeping/database';
import { unzipFiles } from '../model-files/zip-files';
import type { DroppedFile } from '../models/dropped-files';
import { readIdxPair } from '../own-files/read-idx-pair';

/** Samples taken in at once, at most: more is a data set, for the training page. */
const MOST_SAMPLES = 2000;
/** Side of a picture, in pixels, at most. */
const MOST_PIXELS = 4096;

/**
 * Reads samples from files of the visitor: an archive that this page made, IDX files, or PNG pictures in
 * folders named after their digit.
 *
 * @throws {Error} in words for the visitor; none is taken then
 */
export async function importSamples(files: readonly DroppedFile[]): Promise<Sample[]> {
  const unpacked = (await Promise.all(files.map(unpack))).flat();
  const pair = await readIdxPair(unpacked);
  const samples = pair ? samplesOfPair(pair.images) : await samplesOfPictures(unpacked);
  if (samples.length === 0) {
    throw new Error(
      `Expected an archive of this page, two IDX files, or PNG pictures in folders 0 to 9, got ${files.map(({ path }) => path).join(', ') || 'none'}.`,
    );
  }
  if (samples.length > MOST_SAMPLES) {
    throw new Error(
      `Expected at most ${MOST_SAMPLES.toLocaleString('en')} digits, got ${samples.length.toLocaleString('en')}. The training page takes whole data sets.`,
    );
  }
  return samples;
}

async function unpack({ path, file }: DroppedFile): Promise<DroppedFile[]> {
  if (!/\.zip$/i.test(path)) return [{ path, file }];
  const entries = unzipFiles(new Uint8Array(await file.arrayBuffer()));
  return Array.from(entries, ([name, bytes]) => ({
    path: name,
    file: new File([bytes as Uint8Array<ArrayBuffer>], name),
  }));
}

function samplesOfPair(images: {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
}): Sample[] {
  const { pixels, labels, count, height, width } = images;
  if (height !== 28 || width !== 28) {
    throw new Error(
      `Expected images of 28x28 pixels, got ${height}x${width}. The network takes no other size.`,
    );
  }
  return Array.from({ length: count }, (_, index) => ({
    pixels: pixels.slice(index * 784, (index + 1) * 784),
    label: labels[index],
    answer: null,
  }));
}

async function samplesOfPictures(files: readonly DroppedFile[]): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { path, file } of files) {
    const label = /(?:^|\/)([0-9])\/[^/]+\.png$/i.exec(path)?.[1];
    if (label === undefined) continue;
    const pixels = pixelsOf(path, new Uint8Array(await file.arrayBuffer()));
    samples.push({ pixels, label: Number(label), answer: null });
  }
  return samples;
}

/** A grey picture of 28x28 as it is; any other is read like a photo. */
function pixelsOf(name: string, bytes: Uint8Array): Uint8Array {
  requireSize(name, bytes);
  let png: DecodedPng;
  try {
    png = decode(bytes);
  } catch (cause) {
    throw new Error(`"${name}" is not a whole PNG picture. Nothing was taken.`, { cause });
  }
  const { width, height, channels, depth, data, palette } = png;
  if (width === 28 && height === 28 && channels === 1 && depth === 8 && !palette)
    return Uint8Array.from(data);
  const pixels = normalizeDigit(inkFromRgba(rgbaOf(png), width, height));
  if (pixels) return pixels;
  throw new Error(`"${name}" shows no digit. Nothing was taken.`);
}

/** Before it is decoded: a small file may claim any size. */
function requireSize(name: string, bytes: Uint8Array): void {
  if (bytes.length < 24) throw new Error(`"${name}" is not a whole PNG picture. Nothing was taken.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width <= MOST_PIXELS && height <= MOST_PIXELS) return;
  throw new Error(
    `"${name}": expected at most ${MOST_PIXELS}x${MOST_PIXELS} pixels, got ${width}x${height}. Nothing was taken.`,
  );
}

function rgbaOf({ width, height, channels, depth, data, palette }: DecodedPng): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  const scale = 255 / (2 ** depth - 1);
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (palette) {
      rgba.set(palette[data[pixel]], pixel * 4);
      continue;
    }
    const at = (channel: number) => data[pixel * channels + channel] * scale;
    const isGrey = channels < 3;
    for (let colour = 0; colour < 3; colour++) rgba[pixel * 4 + colour] = at(isGrey ? 0 : colour);
    if (channels === 2 || channels === 4) rgba[pixel * 4 + 3] = at(channels - 1);
  }
  return rgba;
}
