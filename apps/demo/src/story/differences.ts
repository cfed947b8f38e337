/** What LeNet-5 of 1998 had, and what the LeNet of today's course work has in its place. */
export interface Difference {
  readonly what: string;
  readonly in1998: string;
  readonly now: string;
}

/**
 * LeCun, Bottou, Bengio, Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998, section II.B and
 * III, against `lenetReport` of `@lenet/core`.
 */
export const differences: readonly Difference[] = [
  {
    what: 'Input',
    in1998: '32 × 32, the digit with a border; values from −0.1 to 1.175',
    now: '28 × 28 without a border; values from 0 to 1',
  },
  {
    what: 'Subsampling',
    in1998: 'the sum of each 2 × 2, times a trained coefficient, plus a trained bias, through a sigmoid',
    now: 'the largest of each 2 × 2; nothing to train',
  },
  {
    what: 'Second convolution (C3)',
    in1998: 'sparse: each of the 16 maps sees three, four or all six maps before it; 1,516 weights',
    now: 'dense: each sees all six; 2,416 weights',
  },
  {
    what: 'Activation',
    in1998: '1.7159 · tanh(2x / 3)',
    now: 'ReLU: what is below 0 becomes 0',
  },
  {
    what: 'C5',
    in1998:
      'a convolution of 5 × 5 over maps of 5 × 5, the same as a dense layer; 400 inputs for each of 120 units',
    now: 'a dense layer of 120 units on 256 inputs',
  },
  {
    what: 'Output',
    in1998: 'RBF units: the distance to a fixed bitmap of 7 × 12 for each character',
    now: 'a dense layer with softmax: a probability for each digit',
  },
  {
    what: 'Loss',
    in1998: 'the squared distance to the right bitmap, with a term that makes wrong classes compete',
    now: 'cross-entropy',
  },
  {
    what: 'Training',
    in1998: '20 passes, one image at a time, a rate for each weight from the diagonal of the Hessian',
    now: '10 passes in batches of 64, with Adam',
  },
  { what: 'Weights', in1998: 'about 60,000', now: '44,426' },
];
