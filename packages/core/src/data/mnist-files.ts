/** One of the four files of MNIST. */
export interface MnistFile {
  /** As published, without `.gz`. */
  readonly name: string;
  /** Of the decompressed bytes, in hexadecimal. */
  readonly sha256: string;
  /** Decompressed. */
  readonly bytes: number;
}

/**
 * The files of the MNIST database of handwritten digits (Y. LeCun, C. Cortes, C. J. C. Burges; CC BY-SA
 * 3.0). The digests are of the decompressed bytes: archives of the same content differ.
 */
export const mnistFiles = {
  trainingImages: {
    name: 'train-images-idx3-ubyte',
    sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    bytes: 47_040_016,
  },
  trainingLabels: {
    name: 'train-labels-idx1-ubyte',
    sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    bytes: 60_008,
  },
  testImages: {
    name: 't10k-images-idx3-ubyte',
    sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    bytes: 7_840_016,
  },
  testLabels: {
    name: 't10k-labels-idx1-ubyte',
    sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    bytes: 10_008,
  },
} as const satisfies Readonly<Record<string, MnistFile>>;
