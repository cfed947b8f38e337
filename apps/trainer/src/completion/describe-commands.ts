import type { Argument, Command, Option } from 'commander';
import { completeCommand } from '../commands/complete-later.js';

/**
 * What can stand in a place of the command line:
 * - `words`: one of those given
 * - `run`: a run folder
 * - `source`: as `--data` takes it, a name or a folder
 * - `folder`, `file`: any
 * - `text`: nothing that could be known
 */
export type ValueKind = 'words' | 'run' | 'source' | 'folder' | 'file' | 'text';

export interface DescribedValue {
  readonly kind: ValueKind;
  /** Of `words`. */
  readonly words: readonly string[];
}

export interface DescribedOption {
  /** `--seed`, or `-h`. */
  readonly names: readonly string[];
  readonly summary: string;
  /** Absent where it takes none. */
  readonly value?: DescribedValue;
}

/** A command as a shell completes it. */
export interface DescribedCommand {
  /** Without the program's own name: empty, `train`, `data fetch`. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: readonly DescribedOption[];
  /** Absent where it takes no argument; where it takes several, all are alike. */
  readonly argument?: DescribedValue;
}

/** The program and all of its commands. */
export async function describeCommands(program: Command): Promise<DescribedCommand[]> {
  return describe(program, '');
}

async function describe(command: Command, path: string): Promise<DescribedCommand[]> {
  await completeCommand(command);
  const help = command.createHelp();
  const [argument] = command.registeredArguments;
  const children = help.visibleCommands(command);
  const described = {
    path,
    commands: children.map((child) => ({ name: child.name(), summary: shorten(child.summary()) })),
    options: help.visibleOptions(command).map(describeOption),
    ...(argument && { argument: describeValue(argument, argument.name()) }),
  };
  const below = children.map((child) => describe(child, `${path} ${child.name()}`.trim()));
  return [described, ...(await Promise.all(below)).flat()];
}

function describeOption(option: Option): DescribedOption {
  const name = /[<[]([^>\].]+)/.exec(option.flags)?.[1];
  return {
    names: [option.short, option.long].filter((flag) => flag !== undefined && flag !== null),
    summary: shorten(option.description),
    ...(name !== undefined && {
      // A model is mostly a run of one's own.
      value: describeValue(option, option.long === '--model' ? 'model' : name),
    }),
  };
}

const kinds: Record<string, ValueKind> = {
  run: 'run',
  runs: 'run',
  model: 'run',
  source: 'source',
  folder: 'folder',
  file: 'file',
  files: 'file',
};

function describeValue({ argChoices }: Pick<Argument | Option, 'argChoices'>, name: string): DescribedValue {
  return argChoices ? { kind: 'words', words: argChoices } : { kind: kinds[name] ?? 'text', words: [] };
}

/** The first part of a text: shells have one line for each. */
function shorten(text: string): string {
  return text.split(/; | \(|\n/)[0];
}
