import { LenetError } from './lenet-error.js';

/** A recipe is not one that this version reads. Every problem of it is told at once. */
export class RecipeError extends LenetError {
  override readonly name = 'RecipeError';
  /** e.g. `settings.epochs: expected a whole number of 1 or more, got 0` */
  readonly problems: readonly string[];

  constructor(fields: { problems: readonly string[]; cause?: unknown }) {
    const { problems, cause } = fields;
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super(
      `Recipe has ${count}:\n${problems.map((problem) => `- ${problem}`).join('\n')}\nCompare it with one of "recipes", all of which are whole.`,
      cause === undefined ? undefined : { cause },
    );
    this.problems = problems;
  }
}
