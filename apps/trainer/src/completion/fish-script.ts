import type { DescribedCommand, DescribedOption, DescribedValue } from './describe-commands.js';
import { valueText } from './shell-text.js';

/** Completion for fish 3.1 and later, with descriptions. */
export function fishScript(commands: readonly DescribedCommand[]): string {
  const paths = commands.map(({ path }) => path).filter((path) => path !== '');
  const valued = commands.flatMap(({ path, options }) =>
    options.flatMap(({ names, value }) => (value ? names.map((name) => `${path} ${name}`) : [])),
  );
  return `# Completion of lenet for fish. In ~/.config/fish/config.fish: lenet completion fish | source

set -g __lenet_commands ${paths.map(quote).join(' ')}
set -g __lenet_valued ${valued.map(quote).join(' ')}

# Whether the command that is typed is this one.
function __lenet_at
    set -l place ''
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if string match -q -- '-*' $word
            contains -- "$place $word" $__lenet_valued; and set skip 1
        else if contains -- (string trim -- "$place $word") $__lenet_commands
            set place (string trim -- "$place $word")
        end
    end
    test "$place" = "$argv[1]"
end

function __lenet_runs
    set -l files runs/*/config.json runs/*/sweep-config.json
    set -l runs (string replace -r '/(sweep-)?config.json$' '' -- $files)
    set -l typed (commandline -ct)
    if not string match -- "$typed*" $runs
        __fish_complete_directories $typed
    end
end

complete -c lenet -f
${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines({ path, commands, options, argument }: DescribedCommand): string[] {
  const at = `complete -c lenet -n ${quote(`__lenet_at ${quote(path)}`)}`;
  return [
    ...commands.map(({ name, summary }) => `${at} -a ${quote(name)} -d ${quote(summary)}`),
    ...options.map((option) => `${at} ${optionText(option)} -d ${quote(option.summary)}`),
    ...(argument && argument.kind !== 'text' ? [`${at} ${candidates(argument)}`] : []),
  ];
}

function optionText({ names, value }: DescribedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  if (!value) return flags.join(' ');
  return [...flags, '-r', ...(value.kind === 'text' ? ['-f'] : [candidates(value)])].join(' ');
}

function candidates(value: DescribedValue): string {
  const [, ...words] = valueText(value).split(' ');
  switch (value.kind) {
    case 'file':
      return '-F';
    case 'run':
      return "-f -a '(__lenet_runs)'";
    case 'folder':
    case 'source':
      return `-f -a ${quote([...words, '(__fish_complete_directories (commandline -ct))'].join(' '))}`;
    default:
      return `-f -a ${quote(words.join(' '))}`;
  }
}

/** A text as one word of fish. */
function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
