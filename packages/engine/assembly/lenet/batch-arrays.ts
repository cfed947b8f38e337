// The arrays with one row for each image of the batch. They lie behind each other, and where they begin
// stands in the batch table, because the batch may have any size: src/machine/lenet-program.ts has the same list.
//
//   pooled 2     [capacity][256]       behind the second pooling
//   hidden 1     [capacity][120]       behind dense 1 and relu
//   hidden 2     [capacity][84 and 4]  behind dense 2 and relu
//   output       [capacity][10 and 6]  logits; behind the loss its gradient by them
//   gradients of hidden 1 and hidden 2
//   loss         [capacity]            of each image
//   correct      [capacity]            int32: 1 where the largest logit is that of the label
//   label        [capacity]            int32
//   source       [capacity]            uint32: address of the image's 784 bytes
//   index        [capacity]            int32: number of the image in the training set, for its augmentation
//   input        [capacity][784]       uint8: a place for images that are not in the training set
import { BATCH_TABLE } from '../shared/request';
import { POOLED_2_BYTES, ROW_10, ROW_84, ROW_120 } from './memory-map';

export function pooled2(image: usize): usize {
  return load<usize>(BATCH_TABLE, 0) + image * POOLED_2_BYTES;
}

export function hidden1(image: usize): usize {
  return load<usize>(BATCH_TABLE, 4) + image * ROW_120;
}

export function hidden2(image: usize): usize {
  return load<usize>(BATCH_TABLE, 8) + image * ROW_84;
}

export function output(image: usize): usize {
  return load<usize>(BATCH_TABLE, 12) + image * ROW_10;
}

export function hidden1Gradient(image: usize): usize {
  return load<usize>(BATCH_TABLE, 16) + image * ROW_120;
}

export function hidden2Gradient(image: usize): usize {
  return load<usize>(BATCH_TABLE, 20) + image * ROW_84;
}
