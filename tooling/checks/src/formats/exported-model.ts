import { join } from 'node:path';
import {
  type Architecture,
  argMax,
  createPlainClassifier,
  type LabelledImages,
  softmax,
  type Weights,
} from '@lenet/core';
import { padImages } from '@lenet/core/images';
import { root } from '../repository.ts';
import { run } from '../run.ts';

/**
 * Exports a model with the built command.
 *
 * @param model run folder, model folder or file
 * @param formats as `--format` takes them
 * @returns the folder that was made in `parent`
 */
export async function exportModel(
  model: string,
  formats: string,
  parent: string,
  name: string,
): Promise<string> {
  const program = join(root, 'apps/trainer/dist/bin.js');
  const options = ['--format', formats, '--out', parent, '--name', name];
  await run(process.execPath, [program, 'export', model, ...options], root);
  return join(parent, name);
}

/** Images of the size that a network takes. */
export function fitImages(
  { inputShape: [height, width] }: Architecture,
  images: LabelledImages,
): LabelledImages {
  return images.height === height && images.width === width ? images : padImages(images, height, width);
}

/** What core's plain classifier, whose sums are float64, makes of images. */
export async function plainProbabilities(
  architecture: Architecture,
  weights: Weights,
  { pixels, count, height, width }: LabelledImages,
): Promise<Float32Array> {
  const logits = await createPlainClassifier(architecture, weights).classify({
    pixels,
    count,
    height,
    width,
  });
  return softmax(logits, logits.length / count);
}

/** Largest |difference|; infinite where the rows differ in length or one is not a number. */
export function largestDifference(some: Float32Array, others: Float32Array): number {
  if (some.length !== others.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const [index, value] of some.entries()) {
    const difference = Math.abs(value - others[index]);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return largest;
}

/** Share of the images of which both give the same class. */
export function agreement(some: Float32Array, others: Float32Array, classCount: number): number {
  const theirs = argMax(others, classCount);
  const answers = argMax(some, classCount);
  return answers.filter((answer, image) => answer === theirs[image]).length / answers.length;
}

/** Images of which the class is the most probable. */
export function rightCount(probabilities: Float32Array, { labels, classCount }: LabelledImages): number {
  return argMax(probabilities, classCount).filter((answer, image) => answer === labels[image]).length;
}
