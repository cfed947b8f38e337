import { LenetError } from './lenet-error.js';

/** A `manifest.json` is not one that this version reads. Every problem of it is told at once. */
export class ManifestError extends LenetError {
  override readonly name = 'ManifestError';
  /** e.g. `files[0].bytes: expected a whole number of 0 or more, got -1` */
  readonly problems: readonly string[];

  constructor(fields: { problems: readonly string[]; cause?: unknown }) {
    const { problems, cause } = fields;
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    super(
      `Model manifest has ${count}:\n${problems.map((problem) => `- ${problem}`).join('\n')}\nExport the model again with "lenet export".`,
      cause === undefined ? undefined : { cause },
    );
    this.problems = problems;
  }
}
