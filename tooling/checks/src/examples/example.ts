/** A piece of code in a README or a doc comment that promises to work. */
export interface Example {
  /** Where it is written, from the root of the repository. */
  readonly path: string;
  /** Of its first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
  /** False where it needs what Node has not, as a page: marked `no-run`, compiled all the same. */
  readonly runs: boolean;
  /** The entry whose users read it; a README has none, its examples import all that they use. */
  readonly specifier?: string;
}
