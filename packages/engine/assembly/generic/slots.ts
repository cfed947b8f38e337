// Slots: the values between two layers, and the gradients by them, one row for each image. Those of maps lie in
// the scratch of the thread, for the chunk of images at hand; those that dense layers read or write lie in
// arrays of the whole batch, because the gradients of their kernels are made from the whole batch.
//
//   word 0   0: in the scratch; 1: in an array of the batch
//   word 1   values: offset in the scratch, or entry of the batch table
//   word 2   gradients: the same
//   word 3   bytes of one image
import { BATCH_TABLE } from '../shared/request';

/** @returns address of the values of an image, which is number `image` of the batch and `place` of the chunk */
export function valuesOf(slot: usize, scratch: usize, image: usize, place: usize): usize {
  return rowOf(slot, load<usize>(slot, 4), scratch, image, place);
}

export function gradientsOf(slot: usize, scratch: usize, image: usize, place: usize): usize {
  return rowOf(slot, load<usize>(slot, 8), scratch, image, place);
}

export function bytesOf(slot: usize): usize {
  return load<usize>(slot, 12);
}

function rowOf(slot: usize, where: usize, scratch: usize, image: usize, place: usize): usize {
  if (load<usize>(slot) === 0) return scratch + where + place * bytesOf(slot);
  return load<usize>(BATCH_TABLE + where * 4) + image * bytesOf(slot);
}
