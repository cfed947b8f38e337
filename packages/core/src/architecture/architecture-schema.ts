import type { JsonSchema } from '../manifest/json-schema.js';
import type { Layer } from './architecture.js';

const text = { type: 'string', minLength: 1 } as const;
const size = { type: 'integer', minimum: 1 } as const;
const name = { type: 'string', pattern: '^[A-Za-z0-9_.-]+$' } as const;
const padding = { enum: ['valid', 'same'] } as const;
const activation = { enum: ['linear', 'relu', 'tanh', 'sigmoid', 'softmax'] } as const;

const layer = (
  kind: Layer['kind'],
  properties: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  type: 'object',
  properties: { kind: { const: kind }, name, ...properties, ...optional },
  required: ['kind', 'name', ...Object.keys(properties)],
});

/** JSON Schema of a layer: one of `oneOf`, by its kind. */
export const layerSchema = {
  oneOf: [
    layer('conv2d', { filters: size, kernelSize: size, stride: size, padding, activation }),
    layer('maxPooling2d', { poolSize: size, stride: size }, { padding }),
    layer('averagePooling2d', { poolSize: size, stride: size }, { padding }),
    layer('flatten', {}),
    layer('dense', { units: size, activation }),
    layer('dropout', { rate: { type: 'number', minimum: 0, exclusiveMaximum: 1 } }),
  ],
} satisfies JsonSchema;

/** `[height, width, channels]` */
export const imageShapeSchema: JsonSchema = { type: 'array', items: size, minItems: 3, maxItems: 3 };

/** JSON Schema of an architecture; what shape inference finds is not part of it. */
export const architectureSchema: JsonSchema = {
  type: 'object',
  properties: {
    name: text,
    inputShape: imageShapeSchema,
    layers: { type: 'array', items: layerSchema, minItems: 1 },
  },
  required: ['name', 'inputShape', 'layers'],
};
