import { recognize, recognizeAll } from '@lenet/recognizer';
import { expect, test } from 'vitest';
import { colouredPicture } from './testing/coloured-picture.js';
import { smallDigits } from './testing/small-digits.js';

const digits = smallDigits(6);
const WIDTH = 3 * 40;
const HEIGHT = 2 * 40;

/** Two lines of three digits; each 28x28 image begins 6 pixels into a cell of 40x40. */
function page(): Uint8Array {
  const ink = new Uint8Array(WIDTH * HEIGHT);
  for (const [index, { picture }] of digits.entries()) {
    const left = (index % 3) * 40 + 6;
    const top = Math.floor(index / 3) * 40 + 6;
    for (let row = 0; row < 28; row++) {
      ink.set(picture.pixels.subarray(row * 28, row * 28 + 28), (top + row) * WIDTH + left);
    }
  }
  return ink;
}

test('digits are read line by line, each with its box', async () => {
  const found = await recognizeAll(colouredPicture(page(), WIDTH, HEIGHT));
  expect(found.map(({ digit }) => digit)).toEqual(digits.map(({ label }) => label));
  for (const [index, { box }] of found.entries()) {
    const left = (index % 3) * 40 + 6;
    const top = Math.floor(index / 3) * 40 + 6;
    expect(box.left).toBeGreaterThanOrEqual(left);
    expect(box.right).toBeLessThanOrEqual(left + 28);
    expect(box.top).toBeGreaterThanOrEqual(top);
    expect(box.bottom).toBeLessThanOrEqual(top + 28);
    // A digit of MNIST's size is 20 pixels high or wide.
    expect(Math.max(box.right - box.left, box.bottom - box.top)).toBeGreaterThanOrEqual(18);
  }
});

test('one of many is the digit that it is alone, read with more care', async () => {
  const [alone] = await recognizeAll(digits[0].picture);
  const many = await recognizeAll({ pixels: page(), width: WIDTH, height: HEIGHT });
  expect(many).toHaveLength(6);
  expect(many[0].digit).toBe(alone.digit);
  expect(many[0].probability).not.toBe(alone.probability);
  expect(many[0].probability).toBeCloseTo(alone.probability, 1);
});

test('a picture without ink has none', async () => {
  expect(await recognizeAll({ pixels: new Uint8Array(100), width: 10, height: 10 })).toEqual([]);
  expect(await recognizeAll(colouredPicture(new Uint8Array(100), 10, 10))).toEqual([]);
});

test('the threshold holds for each digit', async () => {
  const found = await recognizeAll(colouredPicture(page(), WIDTH, HEIGHT), { answerThreshold: 1 });
  for (const { decision, probability } of found) {
    expect(decision).toBe(probability < 1 ? 'unsure' : 'digit');
  }
  expect(found.some(({ decision }) => decision === 'unsure')).toBe(true);
});

test('one digit is found as recognize reads it', async () => {
  const { digit } = await recognize(digits[3].picture);
  expect((await recognizeAll(digits[3].picture)).map((found) => found.digit)).toEqual([digit]);
});
