import { Option } from 'commander';
import { integerOption } from './option-parsers.js';

/** `--threads`, for every command that trains. */
export function threadsOption(): Option {
  return new Option(
    '--threads <count>',
    'threads of the engine, 1 to 8; results do not depend on it (default: the cores)',
  ).argParser(integerOption({ minimum: 1, maximum: 8 }));
}
