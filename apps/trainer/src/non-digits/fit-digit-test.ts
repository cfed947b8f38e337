import {
  type Architecture,
  type Classifier,
  type ClassifierImages,
  type DigitTest,
  type Features,
  layerShapes,
} from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { scanCoarsely } from './coarse-scans.js';
import { generateNonDigits, nonDigitKinds } from './generate-non-digits.js';
import { separate } from './logistic-regression.js';

/** Of the digits that the threshold is set by, this share is taken for none: less refuses too few signs and letters. */
export const REFUSED_SHARE = 0.015;
/** Layers with more values make a test too large to travel with the weights. */
const MOST_VALUES = 256;
/** Digits in other styles than the training set's must not be refused: so many generated ones. */
const GENERATED_DIGITS = 3000;
const OF_EACH_KIND = 400;
const MOST_DIGITS = 5000;
/** Not one that networks are trained with by default. */
const SEED = 1_120_000;

/**
 * Fits a test that tells digits from what is none to a network, by logistic regression on the last hidden layer and
 * the largest logit: digits that it learned from, as they are and coarsely scanned, and generated ones against generated
 * scribbles, letters, signs and textures, as they are and coarsely scanned.
 * Its threshold is where so many of a thousand digits are refused: 15.
 *
 * @param digits that the network has learned from
 * @param heldOut that it has not, to set the threshold by; where there are none, the others
 * @returns undefined where the network does not take 28x28, tells no features, or has no small hidden layer
 */
export async function fitDigitTest(
  classifier: Classifier,
  digits: ClassifierImages,
  heldOut: ClassifierImages,
): Promise<DigitTest | undefined> {
  const layer = testedLayer(classifier.architecture);
  if (layer === undefined || !classifier.features) return undefined;
  const rowsOf = async (images: ClassifierImages): Promise<Float64Array[]> => {
    if (images.count === 0) return [];
    return rowsOfFeatures(await classifier.features!(images), layer.size);
  };
  const shown = firstOf(digits, MOST_DIGITS);
  const known = await rowsOf(shown);
  const scanned = await rowsOf(scanCoarsely(shown, SEED));
  const generated = await rowsOf(generateDigits({ count: GENERATED_DIGITS, seed: SEED }));
  const others: Float64Array[] = [];
  for (const kind of nonDigitKinds) {
    if (kind.use !== 'choosing') continue;
    const pictures = generateNonDigits(kind, OF_EACH_KIND, SEED);
    others.push(...(await rowsOf(pictures)), ...(await rowsOf(scanCoarsely(pictures, SEED))));
  }
  const plane = separate([...known, ...scanned, ...generated], others);
  const weights = Array.from(plane.subarray(0, layer.size), rounded);
  const logitWeight = rounded(plane[layer.size]);
  const sumOf = (row: Float64Array) =>
    weights.reduce((sum, weight, index) => sum + weight * row[index], logitWeight * row[layer.size]);
  const judged = heldOut.count > 0 ? await rowsOf(firstOf(heldOut, MOST_DIGITS)) : known;
  const scores = judged.map(sumOf).sort((a, b) => a - b);
  const least = scores[Math.floor(REFUSED_SHARE * scores.length)];
  return { layer: layer.name, weights, logitWeight, bias: rounded(-least) };
}

/** The hidden layer before the logits, which knows most of what a digit is. */
function testedLayer(architecture: Architecture): { name: string; size: number } | undefined {
  if (architecture.inputShape.join() !== '28,28,1') return undefined;
  const shape = layerShapes(architecture).at(-2);
  const size = shape?.outputShape.reduce((product, length) => product * length, 1) ?? 0;
  return shape && size <= MOST_VALUES ? { name: shape.layer.name, size } : undefined;
}

/** The values of the layer and the largest logit, of each image. */
function rowsOfFeatures({ values, logits }: Features, size: number): Float64Array[] {
  const count = values.length / size;
  const classes = logits.length / count;
  return Array.from({ length: count }, (_, index) => {
    const own = logits.subarray(index * classes, (index + 1) * classes);
    const most = own.reduce((a, b) => Math.max(a, b));
    return Float64Array.of(...values.subarray(index * size, (index + 1) * size), most);
  });
}

function firstOf({ pixels, count, height, width }: ClassifierImages, most: number): ClassifierImages {
  const taken = Math.min(count, most);
  return { pixels: pixels.slice(0, taken * height * width), count: taken, height, width };
}

/** Three digits are enough, and a manifest is for people, too. */
const rounded = (value: number) => Number(value.toPrecision(3));
