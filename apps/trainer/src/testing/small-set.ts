import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type FileRole, fileRoles, type PublishedFiles } from '../data/published-files.js';

const names: Record<FileRole, string> = {
  trainingImages: 'train-images-idx3-ubyte',
  trainingLabels: 'train-labels-idx1-ubyte',
  testImages: 't10k-images-idx3-ubyte',
  testLabels: 't10k-labels-idx1-ubyte',
};

/** Four tiny IDX files that stand in for MNIST. */
export interface SmallSet {
  /** Their digests and sizes, as those of MNIST are known. */
  readonly published: PublishedFiles;
  /** Decompressed. */
  readonly contents: Readonly<Record<FileRole, Buffer>>;
  /** The archives by name, as a mirror has them. */
  readonly archives: ReadonlyMap<string, Buffer>;
}

/**
 * Three images to train on and two to test with, of 2 rows and 2 columns. Pixels count up from `first`;
 * labels are 0, 1, 2 and 0, 1.
 */
export function smallSet(first = 1): SmallSet {
  const contents = {
    trainingImages: idx([3, 2, 2], first),
    trainingLabels: idx([3], 0),
    testImages: idx([2, 2, 2], first + 100),
    testLabels: idx([2], 0),
  };
  const entries = fileRoles.map((role) => {
    const content = contents[role];
    const sha256 = createHash('sha256').update(content).digest('hex');
    return [role, { name: names[role], sha256, bytes: content.length }];
  });
  return {
    contents,
    published: Object.fromEntries(entries),
    archives: new Map(fileRoles.map((role) => [`${names[role]}.gz`, gzipSync(contents[role])])),
  };
}

/** An IDX file of bytes that count up. */
function idx(shape: readonly number[], first: number): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  for (const [axis, size] of shape.entries()) header.writeUInt32BE(size, 4 + 4 * axis);
  const count = shape.reduce((product, size) => product * size, 1);
  return Buffer.concat([header, Buffer.from(Array.from({ length: count }, (_, index) => first + index))]);
}
