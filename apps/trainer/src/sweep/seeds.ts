import { InvalidArgumentError } from 'commander';

/** How many seeds from the first on, or which. */
export type SeedChoice = { readonly count: number } | { readonly list: readonly number[] };

const MOST_SEEDS = 1000;
const LARGEST_SEED = 0xffffffff;
const expected = `Expected a number of seeds from 2 to ${MOST_SEEDS}, such as 5, or which, such as 3,7,11.`;

/** Parser of `--seeds`. */
export function seedsOption(text: string): SeedChoice {
  const numbers = text.split(',').map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : Number.NaN));
  if (numbers.length === 1) {
    const [count] = numbers;
    if (count >= 2 && count <= MOST_SEEDS) return { count };
  } else if (
    numbers.length <= MOST_SEEDS &&
    numbers.every((seed) => seed <= LARGEST_SEED) &&
    new Set(numbers).size === numbers.length
  ) {
    return { list: numbers };
  }
  throw new InvalidArgumentError(expected);
}

/** @param first seed where only their number is told */
export function seedsOf(choice: SeedChoice, first: number): number[] {
  return 'list' in choice
    ? [...choice.list]
    : Array.from({ length: choice.count }, (_, index) => first + index);
}
