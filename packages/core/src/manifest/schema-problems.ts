import type { JsonSchema } from './json-schema.js';

/**
 * Compares a value with a schema. Properties that the schema does not name are allowed, so that older
 * programs read what newer ones wrote, unless it says `additionalProperties: false`.
 *
 * @param path of the value, for the problems; empty for the whole
 * @param expectedFor says what was expected where a property is not known. @default the known ones
 * @returns every problem, e.g. `files[0].sha256: expected text that matches ^[0-9a-f]{64}$, got "12"`
 * @example
 * import { schemaProblems } from '@lenet/core/training';
 *
 * const schema = { type: 'object', properties: { epochs: { type: 'integer', minimum: 1 } } } as const;
 * console.log(schemaProblems({ epochs: 0 }, schema)); // ['epochs: expected a whole number of 1 or more, got 0']
 */
export function schemaProblems(
  value: unknown,
  schema: JsonSchema,
  path = '',
  expectedFor: ExpectedFor = listKnown,
): string[] {
  if (schema.oneOf) return oneOfProblems(value, schema.oneOf, path, expectedFor);
  const expected = describeExpected(schema);
  if (!isOfType(value, schema)) return [problem(path, expected, value)];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.flatMap((item, index) => schemaProblems(item, items, `${path}[${index}]`, expectedFor))
      : [];
  }
  if (typeof value === 'object') {
    return propertyProblems(value as Record<string, unknown>, schema, path, expectedFor);
  }
  return [];
}

/** What was expected in place of a property that is not known. */
type ExpectedFor = (name: string, known: readonly string[]) => string;

function listKnown(_name: string, known: readonly string[]): string {
  return `no such property (known: ${known.join(', ')})`;
}

function propertyProblems(
  value: Record<string, unknown>,
  schema: JsonSchema,
  path: string,
  expectedFor: ExpectedFor,
): string[] {
  const prefix = path === '' ? '' : `${path}.`;
  const properties = schema.properties ?? {};
  const known = Object.keys(properties);
  const unknown = schema.additionalProperties === false ? Object.keys(value) : [];
  const unknownProblems = unknown
    .filter((name) => !known.includes(name))
    .map((name) => problem(prefix + name, expectedFor(name, known), value[name]));
  const knownProblems = Object.entries(properties).flatMap(([name, property]) => {
    // Own properties only: {} has no "constructor".
    if (Object.hasOwn(value, name)) return schemaProblems(value[name], property, prefix + name, expectedFor);
    return schema.required?.includes(name)
      ? [problem(prefix + name, describeExpected(property), undefined)]
      : [];
  });
  return [...knownProblems, ...unknownProblems];
}

function oneOfProblems(
  value: unknown,
  schemas: readonly JsonSchema[],
  path: string,
  expectedFor: ExpectedFor,
): string[] {
  const kinds = schemas.map((schema) => schema.properties?.kind?.const);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const schema = schemas[kinds.findIndex((name) => name === kind && name !== undefined)];
  if (schema) return schemaProblems(value, schema, path, expectedFor);
  return [problem(path === '' ? 'kind' : `${path}.kind`, oneOfText(kinds), kind)];
}

function isOfType(value: unknown, schema: JsonSchema): boolean {
  const { minLength = 0, pattern, minItems = 0, maxItems = Infinity } = schema;
  if ('const' in schema) return value === schema.const;
  if (schema.enum) return schema.enum.some((allowed) => allowed === value);
  switch (schema.type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value) && value.length >= minItems && value.length <= maxItems;
    case 'string':
      return typeof value === 'string' && value.length >= minLength && new RegExp(pattern ?? '').test(value);
    case 'number':
    case 'integer':
      return isNumberWithin(value, schema);
    case 'boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}

function isNumberWithin(value: unknown, schema: JsonSchema): boolean {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = schema;
  const { maximum = Infinity, exclusiveMaximum = Infinity } = schema;
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  return value >= minimum && value > exclusiveMinimum && value <= maximum && value < exclusiveMaximum;
}

/**
 * What a schema asks for, as a noun phrase.
 *
 * @example
 * import { describeExpected } from '@lenet/core/training';
 *
 * console.log(describeExpected({ type: 'number', minimum: 0, maximum: 180 })); // a number from 0 to 180
 */
export function describeExpected(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return oneOfText(schema.enum);
  switch (schema.type) {
    case 'object':
      return 'an object';
    case 'array':
      return `a list${countText(schema)}`;
    case 'string':
      return schema.pattern ? `text that matches ${schema.pattern}` : 'text';
    case 'number':
      return `a number${rangeText(schema)}`;
    case 'integer':
      return `a whole number${rangeText(schema)}`;
    case 'boolean':
      return 'true or false';
    default:
      return 'a value';
  }
}

function countText({ minItems, maxItems }: JsonSchema): string {
  if (minItems === undefined) return '';
  return minItems === maxItems ? ` of ${minItems}` : ` of ${minItems} or more`;
}

function rangeText({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema): string {
  const end = maximum !== undefined ? ` to ${maximum}` : ` to below ${exclusiveMaximum}`;
  const hasEnd = maximum !== undefined || exclusiveMaximum !== undefined;
  if (minimum !== undefined) return hasEnd ? ` from ${minimum}${end}` : ` of ${minimum} or more`;
  if (exclusiveMinimum === undefined) return '';
  return ` above ${exclusiveMinimum}${maximum === undefined ? '' : ` and at most ${maximum}`}`;
}

function oneOfText(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}

function problem(path: string, expected: string, received: unknown): string {
  const text = receivedText(received);
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return `${path === '' ? 'the whole' : path}: expected ${expected}, got ${short}`;
}

function receivedText(received: unknown): string {
  if (received === undefined) return 'nothing';
  // JSON has no NaN, no infinity and no function.
  return typeof received === 'number' ? String(received) : (JSON.stringify(received) ?? typeof received);
}
