import type { JsonSchema } from '@lenet/core/models';
import { describeExpected, schemaProblems } from '@lenet/core/training';
import { InvalidArgumentError } from 'commander';

/** Parser of a number that a schema allows, such as 20, 0.001 or 1e-3. */
export function numberOption(schema: JsonSchema): (text: string) => number {
  return (text) => {
    const isNumber = schema.type === 'integer' ? /^\d+$/.test(text) : text.trim() !== '';
    const value = isNumber ? Number(text) : Number.NaN;
    if (schemaProblems(value, schema).length === 0) return value;
    throw new InvalidArgumentError(`Expected ${describeExpected(schema)}.`);
  };
}
