import { beginnerCnn, denseBaseline } from '@lenet/core';
import { expect, test } from 'vitest';
// Printed by Keras 2.6: tooling/oracle/architecture/make_keras_2_summaries.py.
import summaries from './keras-2-summaries.json' with { type: 'json' };
import { summarizeKeras2 } from './summarize-keras-2.js';

test.each([beginnerCnn, denseBaseline])('prints $name to the letter as Keras 2.6 does', (architecture) => {
  expect(summarizeKeras2(architecture)).toBe(summaries[architecture.name as keyof typeof summaries]);
});
