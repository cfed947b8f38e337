import { expect, test } from 'vitest';
import { InvalidArgumentError } from '../errors/invalid-argument-error.js';
import { requireAugmentation } from '../images/require-augmentation.js';
import { collectEvents, fakeImages, fakeLearner } from '../training/testing/fake-learner.js';
import { findRecipe } from './find-recipe.js';
import { parseRecipe } from './parse-recipe.js';
import { recipes } from './recipes.js';

test('the first recipe is the report; each has a name of its own', () => {
  expect(recipes.map(({ name }) => name)).toEqual([
    'lenet-report',
    'beginner-cnn',
    'fast-99',
    'best',
    'drawn-digits',
    'classic-lenet-5',
    'dense-baseline',
  ]);
});

test.each(recipes)('$name is valid, and its settings train', async (recipe) => {
  expect(parseRecipe(JSON.stringify(recipe))).toEqual(recipe);
  const { schedule, augmentation, seed, batchSize } = recipe.settings;
  requireAugmentation(augmentation);
  const { learner } = fakeLearner();
  const options = { training: fakeImages(2), epochs: 1, schedule, augmentation, seed, batchSize };
  const events = await collectEvents(learner, options);
  expect(events.at(-1)).toMatchObject({ type: 'end', reason: 'completed' });
});

test('finds a recipe by its name', () => {
  expect(findRecipe('best').settings.optimizer).toEqual({
    kind: 'adam',
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-7,
    weightDecay: 0.05,
  });
});

const names = 'lenet-report, beginner-cnn, fast-99, best, drawn-digits, classic-lenet-5, dense-baseline';

test.each([
  ['lenet', ' Did you mean "lenet-report" or "classic-lenet-5"?'],
  ['fats99', ' Did you mean "fast-99"?'],
  ['bests', ' Did you mean "best"?'],
  ['resnet', ''],
  ['', ''],
])('tells what "%s" may have been meant to be', (name, hint) => {
  let error: unknown;
  try {
    findRecipe(name);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect((error as Error).message).toBe(`Recipe: expected one of ${names}, got "${name}".${hint}`);
});
