// A shard: a share of the batch that one thread takes through the network and back, chunk by chunk.
import { crossEntropy } from '../shared/cross-entropy';
import { CHUNK, source, startOfShard } from '../shared/request';
import { convolutionBackward, convolutionForward } from './convolution';
import { denseBackward, denseForward } from './dense';
import { drawMask, multiplyByMask } from './dropout';
import { poolingBackward, poolingForward } from './pooling';
import {
  CONVOLUTION,
  classes,
  DENSE,
  DROPOUT,
  imagePixelBytes,
  imagePixels,
  inputSlot,
  kind,
  layerCount,
  layerOf,
  masks,
  outputSlot,
  passesGradient,
  patches,
  patchesBytes,
  scratchOf,
  slotOf,
  sumsBytes,
  sumsOf,
  winners,
  winnersBytes,
} from './program';
import { bytesOf, gradientsOf, valuesOf } from './slots';

/** Forward, loss and backward for the images of a shard; `thread` chooses the scratch. */
export function trainShard(thread: usize, shard: usize): void {
  const scratch = scratchOf(thread);
  const sums = sumsOf(shard);
  const end = startOfShard(shard + 1);
  const last = slotOf(outputSlot(layerOf(layerCount() - 1)));
  memory.fill(sums, 0, sumsBytes());
  for (let first = startOfShard(shard); first < end; first += CHUNK) {
    const count = min(CHUNK, end - first);
    forward(scratch, first, count, true);
    for (let image = first; image < first + count; image++) {
      const logits = valuesOf(last, scratch, image, 0);
      crossEntropy(image, logits, gradientsOf(last, scratch, image, 0), classes());
    }
    backward(scratch, sums, first, count);
  }
}

/** Logits of the images of a shard. */
export function classifyShard(thread: usize, shard: usize): void {
  const scratch = scratchOf(thread);
  const end = startOfShard(shard + 1);
  for (let first = startOfShard(shard); first < end; first += CHUNK) {
    forward(scratch, first, min(CHUNK, end - first), false);
  }
}

/**
 * From the gradient by the logits of image 0, which is there, to that by its pixels. The image has been
 * classified, by thread 0, as the only one.
 */
export function explainImage(): void {
  backward(scratchOf(0), sumsOf(0), 0, 1);
}

function forward(scratch: usize, first: usize, count: usize, isTraining: bool): void {
  for (let place: usize = 0; place < count; place++) {
    prepareImage(load<usize>(source(first + place)), valuesOf(slotOf(0), scratch, first + place, place));
  }
  for (let index: usize = 0; index < layerCount(); index++) {
    const layer = layerOf(index);
    if (kind(layer) === DENSE) {
      denseForward(layer, first, count);
      continue;
    }
    const from = slotOf(inputSlot(layer));
    const to = slotOf(outputSlot(layer));
    for (let place: usize = 0; place < count; place++) {
      const image = first + place;
      const input = valuesOf(from, scratch, image, place);
      const output = valuesOf(to, scratch, image, place);
      if (kind(layer) === CONVOLUTION) {
        convolutionForward(layer, input, patchesOf(layer, scratch, place), output);
      } else if (kind(layer) === DROPOUT) {
        const mask = maskOf(layer, scratch, place);
        if (isTraining) {
          drawMask(layer, image, mask);
          multiplyByMask(input, mask, output, bytesOf(to));
        } else {
          memory.copy(output, input, bytesOf(to));
        }
      } else {
        poolingForward(layer, input, output, winnersOf(layer, scratch, place));
      }
    }
  }
}

function backward(scratch: usize, sums: usize, first: usize, count: usize): void {
  for (let index = layerCount(); index > 0; index--) {
    const layer = layerOf(index - 1);
    if (kind(layer) === DENSE) {
      denseBackward(layer, first, count);
      continue;
    }
    const from = slotOf(inputSlot(layer));
    const to = slotOf(outputSlot(layer));
    for (let place: usize = 0; place < count; place++) {
      const image = first + place;
      const gradient = gradientsOf(to, scratch, image, place);
      const inputGradient = gradientsOf(from, scratch, image, place);
      if (kind(layer) === DROPOUT) {
        if (passesGradient(layer)) {
          multiplyByMask(gradient, maskOf(layer, scratch, place), inputGradient, bytesOf(to));
        }
        continue;
      }
      if (passesGradient(layer)) memory.fill(inputGradient, 0, bytesOf(from));
      if (kind(layer) === CONVOLUTION) {
        const output = valuesOf(to, scratch, image, place);
        const ownPatches = patchesOf(layer, scratch, place);
        convolutionBackward(layer, scratch, sums, ownPatches, inputGradient, output, gradient);
      } else if (passesGradient(layer)) {
        poolingBackward(layer, gradient, inputGradient, winnersOf(layer, scratch, place));
      }
    }
  }
}

/** From bytes to numbers: pixel / 255. */
function prepareImage(bytes: usize, values: usize): void {
  const end = bytes + imagePixels();
  const step = imagePixelBytes();
  for (let pixel = bytes; pixel < end; pixel++) {
    store<f32>(values, <f32>load<u8>(pixel) / 255);
    values += step;
  }
}

function maskOf(layer: usize, scratch: usize, place: usize): usize {
  return scratch + masks(layer) + place * bytesOf(slotOf(outputSlot(layer)));
}

function patchesOf(layer: usize, scratch: usize, place: usize): usize {
  return scratch + patches(layer) + place * patchesBytes(layer);
}

function winnersOf(layer: usize, scratch: usize, place: usize): usize {
  return scratch + winners(layer) + place * winnersBytes(layer);
}
