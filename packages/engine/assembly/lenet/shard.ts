// A shard: a share of the batch that one thread takes through the network and back.
import { crossEntropy } from '../shared/cross-entropy';
import { CHUNK, source, startOfShard } from '../shared/request';
import { output, pooled2 } from './batch-arrays';
import { convolution1 } from './convolution-1';
import { convolution1Backward } from './convolution-1-backward';
import { convolution2 } from './convolution-2';
import { convolution2Backward } from './convolution-2-backward';
import { denseBackward, denseForward } from './dense-layers';
import { COLUMNS, FILTER_SUMS, IMAGE_BYTES, IMAGES, SCRATCH, SCRATCH_BYTES, SUMS_BYTES } from './memory-map';
import { prepareImage } from './prepare-image';

/** Forward, loss and backward for the images of a shard; `thread` chooses the scratch. */
export function trainShard(thread: usize, shard: usize): void {
  const scratch = SCRATCH + thread * SCRATCH_BYTES;
  const sums = FILTER_SUMS + shard * SUMS_BYTES;
  const end = startOfShard(shard + 1);
  memory.fill(sums, 0, SUMS_BYTES);
  for (let first = startOfShard(shard); first < end; first += CHUNK) {
    const count = min(CHUNK, end - first);
    forward(scratch, first, count, true);
    for (let image = first; image < first + count; image++) {
      crossEntropy(image, output(image), output(image), 10);
    }
    denseBackward(scratch, first, count);
    convolution2Backward(scratch, sums, count);
    convolution1Backward(scratch, sums, count);
  }
}

/** Logits of the images of a shard, in `output`. */
export function classifyShard(thread: usize, shard: usize): void {
  const scratch = SCRATCH + thread * SCRATCH_BYTES;
  const end = startOfShard(shard + 1);
  for (let first = startOfShard(shard); first < end; first += CHUNK) {
    forward(scratch, first, min(CHUNK, end - first), false);
  }
}

function forward(scratch: usize, first: usize, count: usize, training: bool): void {
  for (let image: usize = 0; image < count; image++) {
    const bytes = load<usize>(source(first + image));
    prepareImage(bytes, scratch + IMAGES + image * IMAGE_BYTES, scratch + COLUMNS);
    convolution1(scratch, image, training);
    convolution2(scratch, image, pooled2(first + image), training);
  }
  denseForward(first, count);
}
