import { type Architecture, InvalidArgumentError } from '@lenet/core';
import { createClassifier, explainUnsupported } from '@lenet/engine';
import type { RecognizerModel, RecognizerOptions } from '../recognizer.js';
import { DIGIT_SIZE } from './classify-digits.js';
import { loadBundledModel, widenModel } from './load-bundled-model.js';
import { openPlainReader, openReader, type Reader } from './open-reader.js';

/**
 * A reader as the options of `createRecognizer` say.
 *
 * @throws {InvalidArgumentError} when the network does not take such images, the weights are not its own, or an
 *   option is out of range
 */
export async function openModelReader({ model, ...options }: RecognizerOptions): Promise<Reader> {
  if (model !== undefined) requireModel(model);
  const chosen = model ?? widenModel(await loadBundledModel());
  requireInputShape(chosen.architecture);
  if (explainUnsupported(chosen.architecture)) return openPlainReader(chosen);
  return openReader(
    chosen.manifest,
    () => createClassifier(chosen.architecture, chosen.weights, options),
    () => chosen,
  );
}

/** For programs in JavaScript: the name of a model is none. */
function requireModel(model: unknown): void {
  const { architecture, weights } = (model ?? {}) as Partial<RecognizerModel>;
  if (architecture && weights) return;
  throw new InvalidArgumentError({
    argument: 'model',
    received: model,
    message: `Argument "model": expected an object with architecture and weights, got ${describe(model)}. loadModelFolder of @lenet/core/models makes one of a model folder.`,
  });
}

function describe(model: unknown): string {
  if (typeof model === 'string') return JSON.stringify(model);
  return typeof model === 'object' && model !== null ? 'one without' : String(model);
}

function requireInputShape({ name, inputShape }: Architecture): void {
  const [height, width, channels] = inputShape;
  if (height === width && height >= DIGIT_SIZE && channels === 1) return;
  throw new InvalidArgumentError({
    argument: 'model',
    received: inputShape,
    message: `Network "${name}": expected one for square grey images of ${DIGIT_SIZE} rows or more, got [${inputShape.join(', ')}]. Take createClassifier of @lenet/engine for it.`,
  });
}
