import { architectureSchema, imageShapeSchema } from '../architecture/architecture-schema.js';
import type { JsonSchema } from './json-schema.js';

const text = { type: 'string', minLength: 1 } as const;
const size = { type: 'integer', minimum: 1 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;

const files: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      name: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' },
      sha256: digest,
      bytes: count,
    },
    required: ['name', 'sha256', 'bytes'],
  },
};

const data: JsonSchema = {
  type: 'object',
  properties: {
    kind: { enum: ['mnist', 'idx', 'synthetic'] },
    title: text,
    attribution: text,
    files,
    count: size,
  },
  required: ['kind', 'title', 'files', 'count'],
};

/** JSON Schema of a model folder's `manifest.json`; `parseManifest` checks against it. */
export const modelManifestSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Model manifest',
  description: 'What a folder of trained weights holds, how it came to be and how well it reads.',
  type: 'object',
  properties: {
    format: { const: 'lenet-model' },
    formatVersion: { const: 1 },
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9.-]*$' },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?$' },
    architecture: architectureSchema,
    input: {
      type: 'object',
      properties: {
        shape: imageShapeSchema,
        valueRange: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
        normalisation: {
          type: 'object',
          properties: { kind: { const: 'divide' }, divisor: { type: 'number', exclusiveMinimum: 0 } },
          required: ['kind', 'divisor'],
        },
      },
      required: ['shape', 'valueRange', 'normalisation'],
    },
    classes: { type: 'array', items: text, minItems: 2 },
    files: { ...files, minItems: 1 },
    training: {
      type: 'object',
      properties: {
        recipe: text,
        options: { type: 'object' },
        seed: count,
        backend: text,
        versions: {
          type: 'object',
          properties: { core: text, engine: text },
          required: ['core', 'engine'],
        },
        commit: text,
        data,
      },
      required: ['recipe', 'options', 'seed', 'backend', 'data'],
    },
    evaluation: {
      type: 'object',
      properties: {
        accuracy: { type: 'number', minimum: 0, maximum: 1 },
        loss: { type: 'number', minimum: 0 },
        data,
      },
      required: ['accuracy', 'loss', 'data'],
    },
    temperature: { type: 'number', exclusiveMinimum: 0 },
    thresholds: {
      type: 'object',
      properties: { answer: { type: 'number', minimum: 0, maximum: 1 } },
      required: ['answer'],
    },
    digitTest: {
      type: 'object',
      properties: {
        layer: text,
        weights: { type: 'array', items: { type: 'number' }, minItems: 1 },
        logitWeight: { type: 'number' },
        bias: { type: 'number' },
      },
      required: ['layer', 'weights', 'logitWeight', 'bias'],
    },
    calibration: {
      type: 'object',
      properties: {
        images: size,
        targetRisk: { type: 'number', minimum: 0, maximum: 1 },
        runs: {
          type: 'array',
          items: {
            type: 'object',
            properties: { seed: count, images: size, sha256: digest, commit: text },
            required: ['seed', 'images', 'sha256'],
          },
          minItems: 1,
        },
      },
      required: ['images', 'runs'],
    },
  },
  required: [
    'format',
    'formatVersion',
    'name',
    'version',
    'architecture',
    'input',
    'classes',
    'files',
    'training',
    'evaluation',
  ],
};
