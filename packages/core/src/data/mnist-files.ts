/** One of the four files of MNIST. */
export interface MnistFile {
  /** As published, without `.gz`. */
  readonly name: string;
  /** Of the decompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** Of the decompressed bytes, in hexadecimal: for comparing with older lists, not for trusting a file. */
  readonly md5: string;
  /** Decompressed. */
  readonly bytes: number;
  /** Number of images or labels in it. */
  readonly count: number;
}

/**
 * The files of the MNIST database of handwritten digits (Y. LeCun, C. Cortes, C. J. C. Burges; CC BY-SA
 * 3.0). The digests are of the decompressed bytes: archives of the same content differ.
 */
export const mnistFiles = {
  trainingImages: {
    name: 'train-images-idx3-ubyte',
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    md5: '6bbc9ace898e44ae57da46a324031adb',
    bytes: 47_040_016,
    count: 60_000,
  },
  trainingLabels: {
    name: 'train-labels-idx1-ubyte',
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    md5: 'a25bea736e30d166cdddb491f175f624',
    bytes: 60_008,
    count: 60_000,
  },
  testImages: {
    name: 't10k-images-idx3-ubyte',
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    md5: '2646ac647ad5339dbf082846283269ea',
    bytes: 7_840_016,
    count: 10_000,
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte',
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    md5: '27ae3e4e09519cfbb04c329615203637',
    bytes: 10_008,
    count: 10_000,
  },
} as const satisfies Readonly<Record<string, MnistFile>>;
