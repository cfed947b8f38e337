// What was published, figure by figure. Nothing here was measured by this project.
import type { Evaluation } from '@lenet/core';

/** An epoch as a publication prints it. */
export interface PublishedEpoch {
  readonly training: Evaluation;
  readonly validation: Evaluation;
}

/** A row of a published classification report. */
export interface PublishedClass {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** A published experiment, or a network that one describes. */
export interface PublishedExperiment {
  readonly name: string;
  readonly title: string;
  /** Where it comes from and what it does, for a reader who does not know it. */
  readonly story: string;
  /** Recipe with all of its settings. */
  readonly recipe: string;
  /** On the test set; absent where a network is described without figures. */
  readonly test?: Evaluation;
  readonly history?: readonly PublishedEpoch[];
  readonly classes?: readonly PublishedClass[];
  readonly parameterCount: number;
  /** How its curves stand to each other. */
  readonly curves: 'above each other' | 'side by side';
  /** How Keras printed the summary then. */
  readonly summary: 'keras-3' | 'keras-2';
  /** Recipe of a network that the publication claims to beat. */
  readonly baseline?: string;
  /** Things that are said differently there and are the same here. */
  readonly remarks: readonly string[];
}

const row = (precision: number, recall: number, f1: number, support: number): PublishedClass => ({
  precision,
  recall,
  f1,
  support,
});

const epoch = (
  loss: number,
  accuracy: number,
  validationLoss: number,
  validationAccuracy: number,
): PublishedEpoch => ({
  training: { loss, accuracy },
  validation: { loss: validationLoss, accuracy: validationAccuracy },
});

const testAsValidation =
  'The test set is passed as validation data, as published: its curve is shown, and nothing is chosen by it.';

export const publishedExperiments: readonly PublishedExperiment[] = [
  {
    name: 'lenet-report',
    title: 'LeNet report: Image Classification using Convolutional Neural Networks',
    story:
      'A lab report in Keras trains a LeNet of 44,426 parameters on MNIST: ten epochs, batches of 64, Adam with its default settings.',
    recipe: 'lenet-report',
    test: { accuracy: 0.9889, loss: 0.035 },
    classes: [
      row(0.99, 1, 1, 980),
      row(1, 1, 1, 1135),
      row(0.99, 1, 0.99, 1032),
      row(0.99, 1, 0.99, 1010),
      row(0.98, 1, 0.99, 982),
      row(0.99, 0.99, 0.99, 892),
      row(0.99, 0.99, 0.99, 958),
      row(0.99, 0.99, 0.99, 1028),
      row(1, 0.99, 0.99, 974),
      row(1, 0.98, 0.99, 1009),
    ],
    parameterCount: 44_426,
    curves: 'above each other',
    summary: 'keras-3',
    baseline: 'dense-baseline',
    remarks: [
      testAsValidation,
      'Sparse categorical cross-entropy takes labels as numbers. Kernels begin Glorot-uniform, biases with zeros.',
    ],
  },
  {
    name: 'beginner-cnn',
    title: "A Beginner's Guide to Image Classification using CNN",
    story:
      'A tutorial in Keras trains a network of 225,034 parameters with dropout on MNIST: five epochs, batches of 128, Adam with its default settings.',
    recipe: 'beginner-cnn',
    test: { accuracy: 0.9906, loss: 0.028 },
    history: [
      epoch(0.2615, 0.9196, 0.0537, 0.9827),
      epoch(0.0856, 0.9745, 0.0388, 0.9878),
      epoch(0.065, 0.9802, 0.0331, 0.9889),
      epoch(0.0547, 0.9835, 0.0305, 0.9896),
      epoch(0.0463, 0.9854, 0.028, 0.9906),
    ],
    parameterCount: 225_034,
    curves: 'side by side',
    summary: 'keras-2',
    remarks: [
      testAsValidation,
      'The tutorial turns labels into one-hot rows and takes categorical cross-entropy. That is the sparse loss of the numbers: the row has a one where the number points, and the sum over its zeros adds nothing.',
    ],
  },
  {
    name: 'classic-lenet-5',
    title: 'The classic LeNet-5, as the LeNet report describes it',
    story:
      'Images of 32x32 (MNIST with a border of 2), average pooling, tanh, 61,706 parameters. The report describes it without training it; here it is trained as the report trains its own network.',
    recipe: 'classic-lenet-5',
    parameterCount: 61_706,
    curves: 'above each other',
    summary: 'keras-3',
    remarks: [testAsValidation],
  },
];

export function findExperiment(name: string): PublishedExperiment {
  return publishedExperiments.find((experiment) => experiment.name === name)!;
}
