/** A setting that is not the same in all runs. */
export interface DifferingSetting {
  /** As in `config.json`, with dots: `optimizer.beta1`. */
  readonly name: string;
  /** One for each run; undefined where the run does not have it. */
  readonly values: readonly unknown[];
}

/**
 * The settings in which runs differ, in the order in which the first run that has one names them.
 *
 * @param configs what `config.json` of each holds
 */
export function differingSettings(configs: readonly object[]): DifferingSetting[] {
  const flat = configs.map((config) => new Map(flatten(config)));
  const names = new Set(flat.flatMap((settings) => [...settings.keys()]));
  return [...names]
    .map((name) => ({ name, values: flat.map((settings) => settings.get(name)) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

function flatten(value: object, prefix = ''): [name: string, value: unknown][] {
  return Object.entries(value).flatMap(([name, field]) =>
    typeof field === 'object' && field !== null
      ? flatten(field, `${prefix}${name}.`)
      : [[`${prefix}${name}`, field] as [string, unknown]],
  );
}
