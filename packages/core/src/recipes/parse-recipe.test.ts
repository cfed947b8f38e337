import { expect, test } from 'vitest';
import { RecipeError } from '../errors/recipe-error.js';
import { requireAugmentation } from '../images/require-augmentation.js';
import { parseRecipe } from './parse-recipe.js';
import type { RecipeSettings } from './recipe.js';
import { recipes } from './recipes.js';

const [report] = recipes;
const withSettings = (settings: object) => ({ ...report, settings: { ...report.settings, ...settings } });

function errorOf(recipe: unknown): RecipeError {
  try {
    parseRecipe(recipe);
  } catch (error) {
    expect(error).toBeInstanceOf(RecipeError);
    return error as RecipeError;
  }
  throw new Error('expected an error');
}

test('takes JSON text and the value that it stands for', () => {
  expect(parseRecipe(report)).toBe(report);
  expect(parseRecipe(JSON.stringify(report))).toEqual(report);
});

test('tells every problem at once', () => {
  const { seed: _, ...reasons } = report.reasons;
  const recipe = { ...withSettings({ epochs: 0, schedule: { kind: 'linear' }, colour: 1 }), reasons };
  expect(errorOf(recipe).message).toBe(
    [
      'Recipe has 4 problems:',
      '- settings.epochs: expected a whole number of 1 or more, got 0',
      '- settings.schedule.kind: expected "constant" or "step" or "cosine" or "one-cycle", got "linear"',
      '- settings.colour: expected no such property (known: architecture, epochs, batchSize, schedule, optimizer, augmentation, gentleEpochs, syntheticImages, seed), got 1',
      '- reasons.seed: expected text, got nothing',
      'Compare it with one of "recipes", all of which are whole.',
    ].join('\n'),
  );
});

test.each<[Partial<Record<keyof RecipeSettings, unknown>>, string]>([
  [
    { schedule: { kind: 'one-cycle', rate: 1 } },
    'settings.schedule.peak: expected a number above 0, got nothing; settings.schedule.rate: expected no such property (known: kind, peak, warmUpShare, startShare), got 1',
  ],
  [
    { schedule: { kind: 'step', rate: 1, everySteps: 10, factor: 2 } },
    'settings.schedule.factor: expected a number above 0 and at most 1, got 2',
  ],
  [
    { optimizer: { kind: 'adam', beta2: 1 } },
    'settings.optimizer.beta2: expected a number from 0 to below 1, got 1',
  ],
  [
    { optimizer: { kind: 'momentum', beta1: 0.9 } },
    'settings.optimizer.beta1: expected no such property (known: kind, momentum, weightDecay, gradientClipNorm), got 0.9',
  ],
  [
    { augmentation: { rotation: 6 } },
    'settings.augmentation.rotation: expected no such property (known: rotationDegrees, scale, shear, shiftPixels, warpPixels, strokeWidthPixels), got 6',
  ],
])('refuses the settings %j', (settings, problems) => {
  expect(errorOf(withSettings(settings)).problems.join('; ')).toBe(problems);
});

test('allows an augmentation exactly where the images do', () => {
  const largest = {
    rotationDegrees: 180,
    scale: 0.9,
    shear: 2,
    shiftPixels: 256,
    warpPixels: 16,
    strokeWidthPixels: 4,
  };
  requireAugmentation(largest);
  expect(parseRecipe(withSettings({ augmentation: largest })).settings.augmentation).toEqual(largest);
  for (const [field, most] of Object.entries(largest)) {
    const augmentation = { [field]: most * 1.001 };
    expect(() => requireAugmentation(augmentation)).toThrow();
    expect(errorOf(withSettings({ augmentation })).problems).toHaveLength(1);
  }
});

test('refuses text that is not JSON, and keeps the cause', () => {
  const error = errorOf('{');
  expect(error.message).toMatch(/^Recipe has a problem:\n- the whole: expected JSON: .+\nCompare it with/);
  expect(error.cause).toBeInstanceOf(SyntaxError);
});
