// How well a network reads pictures that are not quite what it learned from: each distortion at a fixed strength, its
// direction, place and noise drawn for each image. Training draws its own changes: augmentImage.
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireInteger } from '../errors/require-argument.js';
import { portableLog } from '../maths/portable-log.js';
import { portableCos, portableSin } from '../maths/portable-trigonometry.js';
import { createKeyedRandom, type KeyedRandom } from '../random/keyed-random.js';
import { applyChange } from './apply-change.js';
import { blurImage } from './blur-image.js';
import { type DistortionKind, distortions } from './distortions.js';
import { findInk } from './find-ink.js';
import { type ImageChange, noChange } from './image-change.js';
import { plainInk } from './plain-ink.js';

/** uint8 `[height, width]`, light ink on black. */
interface GreyImage {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** What is done to an image whose sign, direction or place `random` draws; the strength is at least 0. */
type Distort = (image: GreyImage, strength: number, random: KeyedRandom) => Uint8Array;

const distort: Readonly<Record<DistortionKind, Distort>> = {
  rotation: (image, degrees, random) =>
    changeImage(image, { rotation: sign(random) * degrees * (Math.PI / 180) }),
  scale: (image, share, random) =>
    changeImage(image, { scale: sign(random) > 0 ? 1 + share : 1 / (1 + share) }),
  shear: (image, slope, random) => changeImage(image, { shear: sign(random) * slope }),
  shift(image, distance, random) {
    const angle = 2 * Math.PI * random.nextUniform();
    return changeImage(image, {
      shiftX: distance * portableCos(angle),
      shiftY: distance * portableSin(angle),
    });
  },
  'stroke-width': (image, gain, random) => changeImage(image, { strokeWidth: sign(random) * gain }),
  blur: blurImage,
  noise: ({ pixels }, deviation, random) =>
    pixels.map((value) => greyLevel(value + deviation * normalNumber(random))),
  contrast: ({ pixels }, lost) =>
    pixels.map((value) => greyLevel(MIDDLE_GREY + (value - MIDDLE_GREY) * (1 - lost))),
  inversion: ({ pixels }, share) => pixels.map((value) => greyLevel(value + share * (255 - 2 * value))),
  occlusion: occlude,
};

const MIDDLE_GREY = 127.5;

/**
 * Distorts an image by exactly the given strength: turned to one side or the other, say, by so many degrees. Which side
 * depends on the key and the kind only, so that an image at a greater strength is the same one, distorted further.
 *
 * - `rotation`, `scale`, `shear`, `shift`, `stroke-width`: as augmentation does them; what leaves the image is lost
 * - `blur`: Gaussian, with background around the image
 * - `noise`: Gaussian, independent for each pixel; what passes black or white is cut
 * - `contrast`: all grey levels go towards middle grey by a share of their distance, background too
 * - `inversion`: all grey levels go towards those of the negative; at 0.5 all is middle grey
 * - `occlusion`: a square of background whose middle is anywhere in the box around the ink
 *
 * @param image uint8 `[height, width]`, 0 background, 255 full ink
 * @param strength 0 or more, in the unit that `distortions` tells; `contrast` and `inversion` up to 1, `stroke-width` up
 *   to 4
 * @param key.seed uint32
 * @param key.index uint32: position of the image in its set
 * @returns uint8 `[height, width]`
 * @throws {InvalidArgumentError} when there is no such distortion, an argument is outside its range, or the number of
 *   pixels is not `height * width`
 * @example
 * import { distortImage } from '@lenet/core/images';
 *
 * const image = { pixels: Uint8Array.of(0, 255, 0, 255), height: 2, width: 2 };
 * console.log(distortImage(image, 'inversion', 1, { seed: 1, index: 0 })); // 255, 0, 255, 0
 */
export function distortImage(
  image: GreyImage,
  kind: DistortionKind,
  strength: number,
  key: { readonly seed: number; readonly index: number },
): Uint8Array {
  plainInk(image);
  const known = distortions.map((distortion) => distortion.kind);
  if (!known.includes(kind)) {
    throw new InvalidArgumentError({
      argument: 'kind',
      received: kind,
      message: `Argument "kind": expected ${known.map((name) => `"${name}"`).join(', ')}, got "${kind}".`,
    });
  }
  const most = kind === 'contrast' || kind === 'inversion' ? 1 : kind === 'stroke-width' ? 4 : Infinity;
  if (!(strength >= 0 && strength <= most && strength < Infinity)) {
    throw new InvalidArgumentError({
      argument: 'strength',
      received: strength,
      message: `Argument "strength": expected a number ${most === Infinity ? 'of 0 or more' : `from 0 to ${most}`} for ${kind}, got ${strength}.`,
    });
  }
  requireInteger('seed', key.seed, 0, 0xffffffff);
  requireInteger('index', key.index, 0, 0xffffffff);
  const random = createKeyedRandom({ seed: key.seed, purpose: `distort ${kind}`, item: key.index });
  return distort[kind](image, strength, random);
}

function changeImage({ pixels, height, width }: GreyImage, fields: Partial<ImageChange>): Uint8Array {
  const target = new Uint8Array(pixels.length);
  applyChange(pixels, 0, height, width, { ...noChange(), ...fields }, target, 0);
  return target;
}

function occlude({ pixels, height, width }: GreyImage, side: number, random: KeyedRandom): Uint8Array {
  const target = Uint8Array.from(pixels);
  const box = findInk(pixels, 0, height, width, 0);
  if (box === null) return target;
  const middle = {
    x: box.left + random.nextUniform() * (box.right - box.left),
    y: box.top + random.nextUniform() * (box.bottom - box.top),
  };
  const top = Math.round(middle.y - side / 2);
  const left = Math.round(middle.x - side / 2);
  for (let row = Math.max(0, top); row < Math.min(height, top + side); row++) {
    target.fill(0, row * width + Math.max(0, left), row * width + Math.min(width, Math.max(0, left + side)));
  }
  return target;
}

const sign = (random: KeyedRandom) => (random.nextUint32() & 1 ? 1 : -1);

/** Of the standard normal distribution, by G. Box and M. Muller, 1958. */
function normalNumber(random: KeyedRandom): number {
  const radius = Math.sqrt(-2 * portableLog(1 - random.nextUniform()));
  return radius * portableCos(2 * Math.PI * random.nextUniform());
}

const greyLevel = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
