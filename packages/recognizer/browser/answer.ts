/** What the page of this folder found out. */
export interface Answer {
  /** Probabilities of the digits for each kind of picture. */
  readonly probabilities: Readonly<Record<string, readonly number[]>>;
  /** What computed. */
  readonly backend: string;
}
