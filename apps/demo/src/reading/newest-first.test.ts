import { expect, test } from 'vitest';
import { createNewestFirst } from './newest-first';

function recorded() {
  const sent: [number, string][] = [];
  return {
    sent,
    questions: createNewestFirst<string>((sequence, question) => sent.push([sequence, question])),
  };
}

test('a question is asked at once, the next one when the answer has come', () => {
  const { sent, questions } = recorded();
  questions.ask('a');
  questions.ask('b');
  expect(sent).toEqual([[1, 'a']]);
  expect(questions.answered(1)).toBe(true);
  expect(sent).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('of several that wait only the newest is asked', () => {
  const { sent, questions } = recorded();
  for (const question of ['a', 'b', 'c', 'd']) questions.ask(question);
  questions.answered(1);
  questions.answered(4);
  expect(sent).toEqual([
    [1, 'a'],
    [4, 'd'],
  ]);
});

test('an answer to what was forgotten is not shown', () => {
  const { sent, questions } = recorded();
  questions.ask('seven');
  questions.ask('seven with a bar');
  questions.forget();
  questions.ask('blank');
  expect(questions.answered(1)).toBe(false);
  expect(questions.answered(3)).toBe(true);
  expect(sent).toEqual([
    [1, 'seven'],
    [3, 'blank'],
  ]);
});

test('where somebody else answers, the newest question is asked again and late answers count no more', () => {
  const { sent, questions } = recorded();
  questions.ask('a');
  questions.ask('b');
  questions.askAgain();
  expect(sent).toEqual([
    [1, 'a'],
    [3, 'b'],
  ]);
  expect(questions.answered(1)).toBe(false);
  expect(questions.isSettled()).toBe(false);
  expect(questions.answered(3)).toBe(true);
  expect(questions.isSettled()).toBe(true);
  questions.askAgain();
  expect(sent.at(-1)).toEqual([4, 'b']);
});

test('nothing is asked again where nothing was asked', () => {
  const { sent, questions } = recorded();
  questions.askAgain();
  expect(sent).toEqual([]);
});
