import type { Decision } from '@lenet/core';
import { expect, test } from 'vitest';
import { createAnswerWriter } from './predict-answers.js';

const picture = { file: 'a "b", c.png', pixels: new Uint8Array(784) };
const sure: Decision = { decision: 'digit', digit: 1, probability: 0.75, probabilities: [0.25, 0.75] };
const blank: Decision = { decision: 'blank', digit: null, probability: 0, probabilities: [0.5, 0.5] };

test('text: answer, probability, file; a position where there are several, and a doubt', () => {
  const { head, describe } = createAnswerWriter(['0', '1'], {});
  expect(head).toBe('');
  expect(describe(picture, sure)).toBe('1    75.0 %  a "b", c.png\n');
  expect(describe({ ...picture, index: 7 }, { ...sure, decision: 'unsure' })).toBe(
    '1    75.0 %  a "b", c.png[7]  unsure\n',
  );
  expect(describe({ ...picture, file: 'a\nb' }, blank)).toBe('-     blank  a\\nb\n');
});

test('text: names of classes are as wide as the longest, so that the columns stand below each other', () => {
  const { describe } = createAnswerWriter(['shirt', 'bag'], {});
  expect(describe(picture, sure)).toBe('bag      75.0 %  a "b", c.png\n');
  expect(describe(picture, blank)).toBe('-         blank  a "b", c.png\n');
});

test('JSON: one object a line, with the name of the class where it has one', () => {
  expect(JSON.parse(createAnswerWriter(['0', '1'], { json: true }).describe(picture, sure))).toEqual({
    file: 'a "b", c.png',
    digit: 1,
    probability: 0.75,
    probabilities: [0.25, 0.75],
    decision: 'digit',
  });
  const named = createAnswerWriter(['shirt', 'bag'], { json: true });
  expect(JSON.parse(named.describe({ ...picture, index: 0 }, sure))).toMatchObject({ index: 0, name: 'bag' });
  expect(JSON.parse(named.describe(picture, blank))).toMatchObject({ digit: null, name: null });
});

test('CSV: a column for each class, quoted where it must be', () => {
  const { head, describe } = createAnswerWriter(['shirt', 'bag'], { csv: true });
  expect(head).toBe('file,index,answer,probability,decision,p(shirt),p(bag)\n');
  expect(describe(picture, sure)).toBe('"a ""b"", c.png",,bag,0.75,digit,0.25,0.75\n');
  expect(describe({ ...picture, index: 3 }, blank)).toBe('"a ""b"", c.png",3,,0,blank,0.5,0.5\n');
});
