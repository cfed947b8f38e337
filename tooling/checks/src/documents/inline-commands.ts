/** What commands within sentences may name. */
export interface KnownCommands {
  /** Text of the help of each command of `lenet`, by its name: `train`, `data fetch`. */
  readonly helps: ReadonlyMap<string, string>;
  /** Scripts of the root. */
  readonly scripts: readonly string[];
}

/** Of Slurm. */
const optionsOfOthers = ['--array'];

/** The options in a text, e.g. `--seed`. */
const optionsIn = (text: string): string[] => text.match(/(?<![\w-])--[a-z][a-z0-9-]+/g) ?? [];

/** The code within the sentences and tables of a document, that of its blocks left out. */
export function inlineCode(text: string): string[] {
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
}

/**
 * Whether what a command within a sentence names is there: command, options, script.
 *
 * @returns what is not; empty if all of it is; undefined for code that is no command of ours
 */
export function unknownNames(code: string, { helps, scripts }: KnownCommands): string[] | undefined {
  const all = [...helps.values()].join('\n');
  if (code.startsWith('--')) return missing(code, all);
  const script = /^(?:npx )?p?npm run ([a-z:]+)/.exec(code)?.[1];
  if (script !== undefined && !scripts.includes(script)) return [`script ${script}`];
  const command = code
    .replace(/^npm run train(?: --)?/, 'lenet train')
    .replace(/^(npm run lenet --|npx @lenet\/trainer)/, 'lenet');
  const [, outer, inner] = /^lenet ([a-z]+)(?: ([a-z]+))?/.exec(command) ?? [];
  if (outer === undefined) return script === undefined ? undefined : [];
  const help = helps.get(`${outer} ${inner}`) ?? helps.get(outer);
  return help === undefined ? [`command ${outer}`] : missing(command, help);
}

function missing(command: string, help: string): string[] {
  const known = [...optionsIn(help), ...optionsOfOthers];
  // Where a switch can be taken back, help tells the switch alone.
  return optionsIn(command).filter(
    (option) => !known.includes(option) && !known.includes(option.replace(/^--no-/, '--')),
  );
}
