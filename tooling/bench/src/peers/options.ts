import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface PeersOptions {
  readonly rounds: number;
  /** Names of the parts to measure. */
  readonly parts: readonly string[];
  /** A tenth of an epoch each, to see that everything works. */
  readonly quick: boolean;
  /** Whether docs/benchmarks.md gets the result: only that of all parts, with whole epochs. */
  readonly write: boolean;
  /** Program that has the Python packages already. */
  readonly python?: string;
  readonly help: boolean;
}

/**
 * @param names of all parts that can be measured
 * @throws Error when an option is unknown or its value is not one of those expected
 */
export function parsePeersOptions(args: readonly string[], names: readonly string[]): PeersOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      python: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { quick, python, help } = values;
  return {
    rounds: parseRounds(values.rounds ?? (quick ? '2' : '5')),
    parts: values.only === undefined ? names : parseNames(values.only, names),
    quick,
    write: !quick && !values['dry-run'] && values.only === undefined,
    ...(python !== undefined && { python }),
    help,
  };
}

function parseRounds(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1) return rounds;
  throw new Error(`--rounds: expected a whole number from 1, got "${text}".`);
}

function parseNames(text: string, names: readonly string[]): string[] {
  const chosen = text.split(',');
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown === undefined) return names.filter((name) => chosen.includes(name));
  throw new Error(
    `--only: expected names of ${names.join(', ')}, with commas between them, got "${unknown}".`,
  );
}

/** @param names of all parts that can be measured */
export function usage(names: readonly string[]): string {
  return `Usage: pnpm run bench:peers [options]

Trains the same network in turn with Lenet, PyTorch, Keras and TensorFlow.js, and writes what it measured
into docs/benchmarks.md. LENET_DATA_DIR names the folder of MNIST's four files. The first run makes a
Python environment of some gigabytes in Lenet's cache folder.

Options:
  --rounds N        times that everything is measured (default: 5)
  --only NAME,...   measure these alone, and write nothing:
                    ${names.join('\n                    ')}
  --quick           two rounds of a tenth of an epoch, and write nothing
  --dry-run         print the result, and write nothing
  --python PROGRAM  use a Python that has the packages of tooling/bench/python/requirements.txt already
  --help            print this
`;
}
