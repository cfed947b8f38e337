// The arrays with one row for each image of the batch. They lie behind each other, and where they begin
// stands in the batch table, because the batch may have any size.
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
import { BATCH_TABLE, POOLED_2_BYTES, REQUEST, ROW_10, ROW_84, ROW_120 } from './memory-map';

/**
 * Places the arrays from the address `start` on.
 *
 * @param capacity number of images, a multiple of 4
 * @returns the address behind them
 */
export function placeBatch(start: usize, capacity: usize): usize {
  let end = place(0, start, capacity * POOLED_2_BYTES);
  end = place(4, end, capacity * ROW_120);
  end = place(8, end, capacity * ROW_84);
  end = place(12, end, capacity * ROW_10);
  end = place(16, end, capacity * ROW_120);
  end = place(20, end, capacity * ROW_84);
  end = place(24, end, capacity * 4);
  end = place(28, end, capacity * 4);
  end = place(32, end, capacity * 4);
  end = place(36, end, capacity * 4);
  end = place(40, end, capacity * 4);
  return place(44, end, capacity * 784);
}

function place(entry: usize, start: usize, bytes: usize): usize {
  store<usize>(BATCH_TABLE + entry, start);
  return (start + bytes + 63) & ~63;
}

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

export function loss(image: usize): usize {
  return load<usize>(BATCH_TABLE, 24) + image * 4;
}

export function correct(image: usize): usize {
  return load<usize>(BATCH_TABLE, 28) + image * 4;
}

export function label(image: usize): usize {
  return load<usize>(BATCH_TABLE, 32) + image * 4;
}

export function source(image: usize): usize {
  return load<usize>(BATCH_TABLE, 36) + image * 4;
}

/** Images in the batch at hand. */
export function batchCount(): usize {
  return load<usize>(REQUEST);
}
