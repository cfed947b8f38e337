import { type Classifier, type ClassifierImages, classicLenet5, lenetReport } from '@lenet/core';
import { expect, test } from 'vitest';
import { readInk } from './read-ink';

/** A network that is three times as sure of 4 as of each other digit: its probability is 3/12. */
function classifierOfFour() {
  const asked: ClassifierImages[] = [];
  const classifier: Classifier = {
    architecture: lenetReport,
    async classify(images) {
      asked.push(images);
      return Float32Array.from({ length: 10 * images.count }, (_, index) =>
        index % 10 === 4 ? Math.log(3) : 0,
      );
    },
    async dispose() {},
  };
  return { asked, classifier };
}

/** Upright bars of ink, 20 rows high, in these columns. */
function inkOf(...columns: number[]) {
  const pixels = new Uint8Array(40 * 40);
  for (const column of columns) {
    for (let row = 10; row < 30; row++) pixels.fill(255, row * 40 + column, row * 40 + column + 4);
  }
  return { pixels, height: 40, width: 40 };
}

test('the network is asked about the picture that is shown', async () => {
  const { asked, classifier } = classifierOfFour();
  const [answer, ...others] = await readInk(inkOf(8), classifier, {});
  expect(others).toEqual([]);
  expect(answer).toMatchObject({ decision: 'digit', digit: 4, probability: expect.closeTo(0.25, 6) });
  expect(answer.box).toEqual({ left: 0.2, top: 0.25, right: 0.3, bottom: 0.75 });
  expect(asked).toEqual([{ pixels: answer.seen, count: 1, height: 28, width: 28 }]);
  expect(answer.seen.filter((value) => value === 255).length).toBe(4 * 20);
});

test('several digits are read from left to right, all at once, from five places', async () => {
  const { asked, classifier } = classifierOfFour();
  const answers = await readInk(inkOf(30, 6), classifier, {});
  expect(answers.map(({ digit, box }) => [digit, box.left])).toEqual([
    [4, 0.15],
    [4, 0.75],
  ]);
  expect(asked.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
});

test('what touches is taken apart where the network reads its parts better', async () => {
  // Sure of what is narrow, at a loss with what is wide.
  const classifier: Classifier = {
    architecture: lenetReport,
    async classify({ pixels, count }) {
      const columnsOf = (image: Uint8Array) =>
        new Set([...image.keys()].filter((pixel) => image[pixel] > 0).map((pixel) => pixel % 28)).size;
      return Float32Array.from({ length: 10 * count }, (_, index) => {
        const image = pixels.subarray(Math.floor(index / 10) * 784, Math.floor(index / 10) * 784 + 784);
        return index % 10 === 1 && columnsOf(image) <= 16 ? 20 : 0;
      });
    },
    async dispose() {},
  };
  const ink = inkOf(6, 28);
  ink.pixels.fill(255, 20 * 40 + 6, 20 * 40 + 32); // joined by a line of one pixel
  const answers = await readInk(ink, classifier, {});
  expect(answers.map(({ digit }) => digit)).toEqual([1, 1]);
  expect(answers[1].box.right).toBe(0.8);
});

test('a network that takes larger images gets background around the digit', async () => {
  const { asked, classifier } = classifierOfFour();
  await readInk(inkOf(8), { ...classifier, architecture: classicLenet5 }, {});
  expect(asked[0]).toMatchObject({ height: 32, width: 32 });
  expect(asked[0].pixels.length).toBe(32 * 32);
});

test('the rules of the weights decide: threshold, and temperature before it', async () => {
  const { classifier } = classifierOfFour();
  const read = async (rules: object) => (await readInk(inkOf(8), classifier, rules))[0];
  expect(await read({ thresholds: { answer: 0.26 } })).toMatchObject({ decision: 'unsure', digit: 4 });
  // Half the temperature squares the odds: 9 of 18.
  expect(await read({ thresholds: { answer: 0.26 }, temperature: 0.5 })).toMatchObject({
    decision: 'digit',
    probability: expect.closeTo(0.5, 6),
  });
});

test('what the weights find unlike a digit is unsure, and said to be', async () => {
  const { classifier } = classifierOfFour();
  const withFeatures: Classifier = {
    ...classifier,
    features: async (images) => ({
      layer: 'dense_1',
      values: Float32Array.of(1),
      logits: await classifier.classify(images),
    }),
  };
  const read = async (bias: number) => {
    const digitTest = { layer: 'dense_1', weights: [1], logitWeight: 0, bias };
    return (await readInk(inkOf(8), withFeatures, { digitTest }))[0];
  };
  expect(await read(-2)).toMatchObject({ decision: 'unsure', digit: 4, isLikeDigit: false });
  expect(await read(2)).toMatchObject({ decision: 'digit', digit: 4, isLikeDigit: true });
});

test('an empty paper is blank, whatever the network says', async () => {
  const { classifier } = classifierOfFour();
  expect(await readInk(inkOf(), classifier, {})).toMatchObject([
    { decision: 'blank', digit: null, seen: new Uint8Array(784) },
  ]);
});
