import { type LabelledImages, selectImages } from '@lenet/core';
import { digitStyles, generateDigits, generateStrokes } from '@lenet/core/synthetic';

/** Another seed than any training has, and the other split. */
const SEED = 999;

/** Synthetic digits that no network learned from. */
export interface HeldBackDigits {
  readonly images: LabelledImages;
  /** Of each image; the plain ways to write a digit have none. */
  readonly families: readonly (string | undefined)[];
}

export function heldBackDigits(count: number): HeldBackDigits {
  const images = generateDigits({ count, seed: SEED, split: 'test' });
  const families = Array.from(images.labels, (digit, item) => {
    const { style } = generateStrokes({ digit, seed: SEED, item, split: 'test' });
    return digitStyles[digit].find(({ name }) => name === style)?.family;
  });
  return { images, families };
}

/** Those of some families. */
export function ofFamilies({ images, families }: HeldBackDigits, wanted: readonly string[]): LabelledImages {
  const places = families.flatMap((family, index) =>
    family !== undefined && wanted.includes(family) ? [index] : [],
  );
  return selectImages(images, places);
}
