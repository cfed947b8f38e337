import { expect, test } from 'vitest';
import { labelClasses } from './label-classes.js';

const labels = (folders: string[], names?: string[]) => {
  const classes = labelClasses('/data', new Set(folders), names);
  return { ...classes, labelOf: folders.map(classes.labelOf) };
};

test('folders that are digits are their labels, and need no names', () => {
  expect(labels(['7', '3'])).toEqual({ classCount: 10, labelOf: [7, 3] });
});

test('other folders are numbered in their order, and name the classes', () => {
  expect(labels(['dog', 'cat'])).toEqual({ names: ['cat', 'dog'], classCount: 10, labelOf: [1, 0] });
});

test('whole numbers are in the order of their values', () => {
  expect(labels(['10', '9', '2'])).toEqual({ names: ['2', '9', '10'], classCount: 10, labelOf: [2, 1, 0] });
});

test('given names decide, for folders called by name or by label', () => {
  const names = ['T-shirt/top', 'Trouser'];
  expect(labels(['Trouser', '0'], names)).toEqual({ names, classCount: 10, labelOf: [1, 0] });
});

test('a name counts before a label that looks the same', () => {
  expect(labels(['0', '1'], ['1', '0']).labelOf).toEqual([1, 0]);
});

test('there may be more classes than digits', () => {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  expect(labels(letters)).toMatchObject({ classCount: 26, labelOf: letters.map((_, index) => index) });
});

test('a folder that has no name among those given is refused', () => {
  expect(() => labels(['cat', 'bird'], ['cat', 'dog'])).toThrow(
    'Data folder "/data": expected folders called by the names in classes.txt or classes.json, or by their labels from 0 to 1, got "bird". Rename the folder, or add its name.',
  );
});

test('257 classes are refused: labels are bytes', () => {
  const folders = Array.from({ length: 257 }, (_, index) => `class ${index}`);
  expect(() => labels(folders)).toThrow(
    'Data folder "/data": expected at most 256 classes, got 257. Put the pictures of one class into one folder.',
  );
});
