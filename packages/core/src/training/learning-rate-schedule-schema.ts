import type { JsonSchema } from '../manifest/json-schema.js';

const rate = { type: 'number', exclusiveMinimum: 0 } as const;

/** JSON Schema of `LearningRateSchedule`. */
export const learningRateScheduleSchema: JsonSchema = {
  oneOf: [
    {
      type: 'object',
      properties: { kind: { const: 'constant' }, rate },
      required: ['kind', 'rate'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        kind: { const: 'step' },
        rate,
        everySteps: { type: 'integer', minimum: 1 },
        factor: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
      },
      required: ['kind', 'rate', 'everySteps'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { kind: { const: 'cosine' }, rate, finalRate: { type: 'number', minimum: 0 } },
      required: ['kind', 'rate'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        kind: { const: 'one-cycle' },
        peak: rate,
        warmUpShare: { type: 'number', minimum: 0, exclusiveMaximum: 1 },
        startShare: { type: 'number', exclusiveMinimum: 0, maximum: 1 },
      },
      required: ['kind', 'peak'],
      additionalProperties: false,
    },
  ],
};
