import type { JsonSchema } from '../manifest/json-schema.js';
import { learningRateScheduleSchema } from '../training/learning-rate-schedule-schema.js';

const text = { type: 'string', minLength: 1 } as const;
const name = { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]*$' } as const;
const size = { type: 'integer', minimum: 1 } as const;
const above0 = { type: 'number', exclusiveMinimum: 0 } as const;
const kept = { type: 'number', minimum: 0, exclusiveMaximum: 1 } as const;
const everyOptimizer: Readonly<Record<string, JsonSchema>> = {
  weightDecay: { type: 'number', minimum: 0 },
  gradientClipNorm: above0,
};

const upTo = (maximum: number): JsonSchema => ({ type: 'number', minimum: 0, maximum });

/** An object with these properties and no others. */
function closed(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

const settings: Readonly<Record<string, JsonSchema>> = {
  architecture: name,
  epochs: size,
  batchSize: size,
  schedule: learningRateScheduleSchema,
  optimizer: {
    oneOf: [
      closed(
        {
          kind: { const: 'adam' },
          beta1: kept,
          beta2: kept,
          epsilon: above0,
          epsilonPlacement: { enum: ['keras', 'pytorch'] },
          ...everyOptimizer,
        },
        ['kind'],
      ),
      closed({ kind: { const: 'momentum' }, momentum: kept, ...everyOptimizer }, ['kind']),
    ],
  },
  augmentation: closed(
    {
      rotationDegrees: upTo(180),
      scale: upTo(0.9),
      shear: upTo(2),
      shiftPixels: upTo(256),
      warpPixels: upTo(16),
      strokeWidthPixels: upTo(4),
    },
    [],
  ),
  gentleEpochs: { type: 'integer', minimum: 0 },
  syntheticImages: { type: 'integer', minimum: 0, maximum: 60_000 },
  seed: { type: 'integer', minimum: 0, maximum: 0xffffffff },
};
const optional = ['gentleEpochs', 'syntheticImages'];
const settingNames = Object.keys(settings).filter((setting) => !optional.includes(setting));

/** JSON Schema of a recipe; `parseRecipe` checks against it. */
export const recipeSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Recipe',
  description: 'A way to train a network: every setting, and why it is what it is.',
  ...closed(
    {
      name,
      description: text,
      settings: closed(settings, settingNames),
      reasons: closed(
        Object.fromEntries(Object.keys(settings).map((setting) => [setting, text])),
        settingNames,
      ),
    },
    ['name', 'description', 'settings', 'reasons'],
  ),
};
