import { argMax } from '@lenet/core';
import { probabilityText } from './number-text.js';
import type { TestFindings } from './test-findings.js';

/** `test image 0, labelled 7 and read as 7 with 99.8 %` */
export function exampleText(
  { classes, probabilities }: Pick<TestFindings, 'classes' | 'probabilities'>,
  labels: Uint8Array,
  index: number,
): string {
  const row = probabilities.subarray(index * classes.length, (index + 1) * classes.length);
  const [predicted] = argMax(row, classes.length);
  return `test image ${index}, labelled ${classes[labels[index]]} and read as ${classes[predicted]} with ${probabilityText(row[predicted])}`;
}
