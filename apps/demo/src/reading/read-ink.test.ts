import { type Classifier, type ClassifierImages, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { readInk } from './read-ink';

/** A network that is three times as sure of 4 as of each other digit: its probability is 3/12. */
function classifierOfFour() {
  const asked: ClassifierImages[] = [];
  const classifier: Classifier = {
    architecture: lenetReport,
    async classify(images) {
      asked.push(images);
      return Float32Array.from({ length: 10 }, (_, digit) => (digit === 4 ? Math.log(3) : 0));
    },
    async dispose() {},
  };
  return { asked, classifier };
}

/** One dark pixel, or none. */
function inkOf(pixel?: number) {
  const pixels = new Uint8Array(40 * 40);
  if (pixel !== undefined) pixels[pixel] = 255;
  return { pixels, height: 40, width: 40 };
}

test('the network is asked about the picture that is shown', async () => {
  const { asked, classifier } = classifierOfFour();
  const answer = await readInk(inkOf(0), classifier, {});
  expect(answer).toMatchObject({ decision: 'digit', digit: 4, probability: expect.closeTo(0.25, 6) });
  expect(asked).toEqual([{ pixels: answer.seen, count: 1, height: 28, width: 28 }]);
  // One pixel grows to 20x20 in the middle.
  expect(answer.seen.filter((value) => value === 255).length).toBe(400);
});

test('the rules of the weights decide: threshold, and temperature before it', async () => {
  const { classifier } = classifierOfFour();
  const read = (rules: object) => readInk(inkOf(0), classifier, rules);
  expect(await read({ thresholds: { answer: 0.26 } })).toMatchObject({ decision: 'unsure', digit: 4 });
  // Half the temperature squares the odds: 9 of 18.
  expect(await read({ thresholds: { answer: 0.26 }, temperature: 0.5 })).toMatchObject({
    decision: 'digit',
    probability: expect.closeTo(0.5, 6),
  });
});

test('an empty paper is blank, whatever the network says', async () => {
  const { classifier } = classifierOfFour();
  const answer = await readInk(inkOf(), classifier, {});
  expect(answer).toMatchObject({ decision: 'blank', digit: null, seen: new Uint8Array(784) });
});
