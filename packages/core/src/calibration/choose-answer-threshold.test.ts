import { expect, test } from 'vitest';
import { createKeyedRandom } from '../random/keyed-random.js';
import { chooseAnswerThreshold } from './choose-answer-threshold.js';

test('leaves the most answers whose risk is at most the target', () => {
  const confidences = [0.9, 0.8, 0.7, 0.6, 0.5];
  const isRight = [true, false, true, true, false];
  const choose = (targetRisk: number) => chooseAnswerThreshold(confidences, isRight, { targetRisk });
  // Risks downwards: 0, 1/2, 1/3, 1/4, 2/5.
  expect(choose(0)).toEqual({ threshold: 0.9, answered: 1, wrong: 0, coverage: 0.2, risk: 0 });
  expect(choose(0.25)).toEqual({ threshold: 0.6, answered: 4, wrong: 1, coverage: 0.8, risk: 0.25 });
  expect(choose(0.4)?.coverage).toBe(1);
});

test('is null where even the most confident answers are too often wrong', () => {
  expect(chooseAnswerThreshold([0.9, 0.8], [false, true], { targetRisk: 0.1 })).toBeNull();
});

test('equally confident answers are in or out together', () => {
  const confidences = [1, 1, 0.5];
  const isRight = [true, false, true];
  expect(chooseAnswerThreshold(confidences, isRight, { targetRisk: 0.4 })).toMatchObject({ answered: 3 });
  expect(chooseAnswerThreshold(confidences, isRight, { targetRisk: 0.3 })).toBeNull();
});

test('a confidence level asks for answers enough: 20 right ones of 20 allow a risk of 13.9 %', () => {
  const choose = (targetRisk: number) =>
    chooseAnswerThreshold(new Array(20).fill(1), new Array(20).fill(true), {
      targetRisk,
      confidenceLevel: 0.95,
    });
  // 1 - 0.05^(1/20)
  expect(choose(0.14)).toMatchObject({ coverage: 1, risk: 0, riskBound: expect.closeTo(0.1391083, 7) });
  expect(choose(0.139)).toBeNull();
});

test('with a confidence level, the target holds on new images as often as that', () => {
  // An answer of confidence c is wrong with probability 1 - c. As confidences are uniform, the true risk
  // above a threshold t is (1 - t) / 2.
  const targetRisk = 0.2;
  const isBroken = (threshold = 1) => (1 - threshold) / 2 > targetRisk;
  let broken = 0;
  let brokenWithoutLevel = 0;
  let coverage = 0;
  for (let item = 0; item < 300; item++) {
    const random = createKeyedRandom({ seed: 5, purpose: 'threshold', item });
    const confidences = Array.from({ length: 400 }, () => random.nextUniform());
    const isRight = confidences.map((confidence) => random.nextUniform() < confidence);
    const chosen = chooseAnswerThreshold(confidences, isRight, { targetRisk, confidenceLevel: 0.9 });
    if (isBroken(chosen?.threshold)) broken++;
    coverage += (chosen?.coverage ?? 0) / 300;
    if (isBroken(chooseAnswerThreshold(confidences, isRight, { targetRisk })?.threshold))
      brokenWithoutLevel++;
  }
  // At most 10 % of 300 may be broken; without a level it is a matter of luck.
  expect(broken).toBeLessThanOrEqual(30);
  expect(brokenWithoutLevel).toBeGreaterThan(100);
  // A threshold of 0.6 would be just right, and give 40 % of the answers.
  expect(coverage).toBeGreaterThan(0.15);
});

test('no number of answers proves a risk of 0, and none is needed for a risk of 1', () => {
  const choose = (targetRisk: number) =>
    chooseAnswerThreshold([0.5, 0.75], [false, false], { targetRisk, confidenceLevel: 0.95 });
  expect(choose(0)).toBeNull();
  expect(choose(1)).toMatchObject({ coverage: 1, riskBound: 1 });
});

test.each([
  [{ targetRisk: 1.5 }, 'Argument "targetRisk": expected a number from 0 to 1, got 1.5.'],
  [{ targetRisk: Number.NaN }, 'Argument "targetRisk": expected a number from 0 to 1, got NaN.'],
  [
    { targetRisk: 0.1, confidenceLevel: 1 },
    'Argument "confidenceLevel": expected a number above 0 and below 1, got 1.',
  ],
])('refuses %j', (options, message) => {
  expect(() => chooseAnswerThreshold([0.5], [true], options)).toThrow(message);
});

test('refuses to choose from nothing', () => {
  expect(() => chooseAnswerThreshold([], [], { targetRisk: 0.1 })).toThrow(
    'Argument "confidences": expected at least 1 value, got none.',
  );
});
