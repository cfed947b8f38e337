import { expect, test } from 'vitest';
import type { JsonSchema } from './json-schema.js';
import { schemaProblems } from './schema-problems.js';

test.each<[JsonSchema, unknown, string[]]>([
  [{ type: 'string', minLength: 1 }, '', ['the whole: expected text, got ""']],
  [{ type: 'string', pattern: '^a+$' }, 'ab', ['the whole: expected text that matches ^a+$, got "ab"']],
  [{ type: 'number' }, '1', ['the whole: expected a number, got "1"']],
  [{ type: 'number', exclusiveMinimum: 0 }, 0, ['the whole: expected a number above 0, got 0']],
  [{ type: 'number', minimum: 0, maximum: 1 }, 2, ['the whole: expected a number from 0 to 1, got 2']],
  [{ type: 'number', exclusiveMinimum: 0 }, NaN, ['the whole: expected a number above 0, got NaN']],
  [
    { type: 'number', exclusiveMinimum: 0, maximum: 1 },
    0,
    ['the whole: expected a number above 0 and at most 1, got 0'],
  ],
  [
    { type: 'number', minimum: 0, exclusiveMaximum: 1 },
    1,
    ['the whole: expected a number from 0 to below 1, got 1'],
  ],
  [{ type: 'integer', minimum: 1 }, 1.5, ['the whole: expected a whole number of 1 or more, got 1.5']],
  [{ type: 'object' }, [], ['the whole: expected an object, got []']],
  [{ type: 'object' }, null, ['the whole: expected an object, got null']],
  [{ type: 'array', minItems: 2, maxItems: 2 }, [1], ['the whole: expected a list of 2, got [1]']],
  [{ type: 'array', minItems: 2 }, [], ['the whole: expected a list of 2 or more, got []']],
  [{ type: 'boolean' }, 1, ['the whole: expected true or false, got 1']],
  [{ const: 1 }, 2, ['the whole: expected 1, got 2']],
  [{ enum: ['a', 'b'] }, 'c', ['the whole: expected "a" or "b", got "c"']],
])('%j and %j', (schema, value, problems) => {
  expect(schemaProblems(value, schema)).toEqual(problems);
});

const schema: JsonSchema = {
  type: 'object',
  properties: { sizes: { type: 'array', items: { type: 'integer' } }, name: { type: 'string' } },
  required: ['sizes'],
};

test('tells every problem with its path', () => {
  expect(schemaProblems({ sizes: [1, 'x', null], name: 7 }, schema)).toEqual([
    'sizes[1]: expected a whole number, got "x"',
    'sizes[2]: expected a whole number, got null',
    'name: expected text, got 7',
  ]);
});

test('asks for required properties and leaves unknown ones alone', () => {
  expect(schemaProblems({ more: true }, schema)).toEqual(['sizes: expected a list, got nothing']);
  expect(schemaProblems({ sizes: [], more: true }, schema)).toEqual([]);
});

test('tells kinds apart', () => {
  const either: JsonSchema = {
    oneOf: [
      { type: 'object', properties: { kind: { const: 'a' }, size: { type: 'integer' } }, required: ['size'] },
      { type: 'object', properties: { kind: { const: 'b' } } },
    ],
  };
  expect(schemaProblems({ kind: 'b' }, either)).toEqual([]);
  expect(schemaProblems({ kind: 'a' }, either)).toEqual(['size: expected a whole number, got nothing']);
  expect(schemaProblems({ kind: 'c' }, either, 'layer')).toEqual([
    'layer.kind: expected "a" or "b", got "c"',
  ]);
  expect(schemaProblems(3, either)).toEqual(['kind: expected "a" or "b", got nothing']);
});

test('shortens what it got', () => {
  expect(schemaProblems('x'.repeat(200), { type: 'integer' })).toEqual([
    `the whole: expected a whole number, got "${'x'.repeat(56)}...`,
  ]);
});

test('refuses unknown properties where the schema is closed', () => {
  const closed: JsonSchema = { ...schema, additionalProperties: false };
  expect(schemaProblems({ sizes: [], nmae: 'a' }, closed)).toEqual([
    'nmae: expected no such property (known: sizes, name), got "a"',
  ]);
});

test('says of an unknown property what it is told to say', () => {
  const closed: JsonSchema = { ...schema, additionalProperties: false };
  const expectedFor = (name: string, known: readonly string[]) => `${known[1]}, not ${name}`;
  expect(schemaProblems({ sizes: [], nmae: 'a' }, closed, 'set', expectedFor)).toEqual([
    'set.nmae: expected name, not nmae, got "a"',
  ]);
});
