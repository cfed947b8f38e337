// Who writes the digits of a number: the generator, or the people of MNIST.
import type { LabelledImages } from '@lenet/core';
import { generateStrokes } from '@lenet/core/synthetic';
import { boxOf, cropGrey, enlargeGrey } from './change-grey.ts';
import { drawStrokes, type Grey, placeStrokes } from './draw-strokes.ts';
import type { Hand } from './numbers.ts';

const PEN = 7;

/**
 * Held-back digits of the generator. Who writes a digit twice in a number writes it in the same style.
 *
 * @param item which number
 */
export function generatedHand(seed: number, item: number): Hand {
  const styles = new Map<number, string>();
  return (place, side, random) => {
    const digit = random.nextBelow(10);
    const known = styles.get(digit);
    const { strokes, style } = generateStrokes({
      digit,
      seed,
      item: item * 8 + place,
      split: 'test',
      ...(known !== undefined && { style: known }),
    });
    styles.set(digit, style);
    const canvas = Math.ceil(side) + 4;
    const placed = placeStrokes(strokes, side - PEN, canvas / 2, canvas / 2);
    return { digit, ink: cutToInk(drawStrokes(placed, PEN, canvas, canvas)) };
  };
}

/** Images of MNIST, enlarged; each digit of a number by another person, as nobody knows whose is whose. */
export function mnistHand({ pixels, labels, count }: LabelledImages): Hand {
  return (_place, side, random) => {
    const index = random.nextBelow(count);
    const image = Float32Array.from(pixels.subarray(index * 784, index * 784 + 784), (value) => value / 255);
    const { left, top, right, bottom } = boxOf({ pixels: image, width: 28, height: 28 });
    const box = cropGrey({ pixels: image, width: 28, height: 28 }, left - 2, top - 2, right + 2, bottom + 2);
    const factor = side / Math.max(right - left, bottom - top);
    return { digit: labels[index], ink: cutToInk(enlargeGrey(box, factor, 'bilinear')) };
  };
}

function cutToInk(picture: Grey): Grey {
  const { left, top, right, bottom } = boxOf(picture);
  return cropGrey(picture, left, top, right, bottom);
}
