import type { Architecture, Classifier, ClassifierImages, DigitTest } from '@lenet/core';
import { digitScore, layerShapes } from '@lenet/core';
import { generateDigits } from '@lenet/core/synthetic';
import { generateNonDigits, nonDigitKinds } from './generate-non-digits.js';
import { separate } from './logistic-regression.js';

/** Of the digits that the threshold is set by, this share is taken for none. */
export const REFUSED_SHARE = 0.01;
/** Layers with more values make a test too large to travel with the weights. */
const MOST_VALUES = 256;
/** Digits in other styles than the training set's must not be refused: so many generated ones. */
const GENERATED_DIGITS = 1000;
const OF_EACH_KIND = 100;
const MOST_DIGITS = 2000;
/** Not one that networks are trained with by default. */
const SEED = 1_120_000;

/**
 * Fits a test that tells digits from what is none to a network, by logistic regression on the last hidden layer and
 * the largest logit: digits that it learned from and generated ones against generated scribbles, letters, signs and textures.
 * Its threshold is where a hundredth of the digits is refused.
 *
 * @param digits that the network has learned from
 * @param heldOut that it has not, to set the threshold by; where there are none, the others
 * @returns undefined where the network does not take 28x28, tells no activations, or has no small hidden layer
 */
export async function fitDigitTest(
  classifier: Classifier,
  digits: ClassifierImages,
  heldOut: ClassifierImages,
): Promise<DigitTest | undefined> {
  const layer = testedLayer(classifier.architecture);
  if (layer === undefined || !classifier.activations) return undefined;
  // The activations as rows, with a test that is nothing but the largest logit.
  const probe = {
    layer: layer.name,
    weights: new Array<number>(layer.size).fill(0),
    logitWeight: 1,
    bias: 0,
  };
  const rowsOf = async (images: ClassifierImages, most: number) => {
    const rows: Float64Array[] = [];
    for (let index = 0; index < Math.min(most, images.count); index++) {
      const activations = await classifier.activations!(imageAt(images, index));
      const { values } = activations.find((activation) => activation.layer === layer.name)!;
      rows.push(Float64Array.of(...values, digitScore(probe, activations)));
    }
    return rows;
  };
  const known = await rowsOf(digits, MOST_DIGITS);
  const generated = await rowsOf(generateDigits({ count: GENERATED_DIGITS, seed: SEED }), GENERATED_DIGITS);
  const others: Float64Array[] = [];
  for (const kind of nonDigitKinds) {
    if (kind.use !== 'choosing') continue;
    others.push(...(await rowsOf(generateNonDigits(kind, OF_EACH_KIND, SEED), OF_EACH_KIND)));
  }
  const plane = separate([...known, ...generated], others);
  const weights = Array.from(plane.subarray(0, layer.size), rounded);
  const logitWeight = rounded(plane[layer.size]);
  const sumOf = (row: Float64Array) =>
    weights.reduce((sum, weight, index) => sum + weight * row[index], logitWeight * row[layer.size]);
  const judged = heldOut.count > 0 ? await rowsOf(heldOut, MOST_DIGITS) : known;
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

/** Three digits are enough, and a manifest is for people, too. */
const rounded = (value: number) => Number(value.toPrecision(3));

function imageAt({ pixels, height, width }: ClassifierImages, index: number): ClassifierImages {
  const size = height * width;
  return { pixels: pixels.slice(index * size, (index + 1) * size), count: 1, height, width };
}
