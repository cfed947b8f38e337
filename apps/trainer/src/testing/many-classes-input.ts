import { createKeyedRandom, createLabelledImages, defineArchitecture, initialiseWeights } from '@lenet/core';
import type { ReportInput } from '../report/report-input.js';
import { exampleReportInput } from './example-report-input.js';

const CLASS_COUNT = 47;

/**
 * What a report has most trouble with: 47 classes, some with long and hostile names, images of noise, which
 * do not compress, and a network that guesses.
 */
export function manyClassesInput(): ReportInput {
  const count = 2350;
  const random = createKeyedRandom({ seed: 1, purpose: 'many-classes' });
  const labels = Uint8Array.from({ length: count }, (_, index) => index % CLASS_COUNT);
  const pixels = Uint8Array.from({ length: count * 784 }, () => random.nextBelow(256));
  const test = createLabelledImages({ pixels, labels, height: 28, width: 28, classCount: CLASS_COUNT });
  const architecture = defineArchitecture({
    name: 'many-classes',
    layers: [
      { kind: 'conv2d', filters: 6, kernelSize: 5, activation: 'relu' },
      { kind: 'maxPooling2d' },
      { kind: 'flatten' },
      { kind: 'dense', units: CLASS_COUNT, activation: 'softmax' },
    ],
  });
  const { data } = exampleReportInput();
  return exampleReportInput({
    architecture,
    weights: initialiseWeights(architecture, { seed: 1 }),
    data: {
      ...data,
      kind: 'idx',
      title: 'a set of many classes',
      classes: Array.from({ length: CLASS_COUNT }, (_, label) =>
        label % 5 === 0
          ? `class ${label}, whose name is long & <b>"bold"</b>`
          : String.fromCharCode(65 + label),
      ),
    },
    test,
    testLogits: Float32Array.from({ length: count * CLASS_COUNT }, () => random.nextUniform() * 4),
    testEvaluation: { loss: 4, accuracy: 0.02 },
    samples: test,
  });
}
