import { LenetError } from '@lenet/core';

/** Settings of a run that are wrong by themselves, or do not fit together. The command exits with 2. */
export class SettingsError extends LenetError {
  override readonly name = 'SettingsError';
  /** One sentence each. */
  readonly problems: readonly string[];

  /** @param fields.subject what has the problems, e.g. `Settings file "x.json"`. @default nothing */
  constructor(fields: { problems: readonly string[]; subject?: string; remedy?: string; cause?: unknown }) {
    const { problems, subject, remedy, cause } = fields;
    const [first] = problems;
    const list = problems.length === 1 ? ` ${first}` : problems.map((line) => `\n- ${line}`).join('');
    const text =
      subject === undefined && problems.length === 1
        ? first
        : `${subject ?? 'the settings do not fit together'}:${list}`;
    super(remedy === undefined ? text : `${text}\n${remedy}`, { cause });
    this.problems = problems;
  }
}
