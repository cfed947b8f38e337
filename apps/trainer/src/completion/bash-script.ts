import type { DescribedCommand } from './describe-commands.js';
import { quote, valueText } from './shell-text.js';

/** Completion for bash 3.2 and later. */
export function bashScript(commands: readonly DescribedCommand[]): string {
  return `# Completion of lenet for bash. In ~/.bashrc: eval "$(lenet completion bash)"

# Sets "commands", "options" and "argument" of a command.
_lenet_command() {
  commands= options= argument=
  case "$1" in
${commands.map(commandCase).join('\n')}
  esac
}

# Sets "value": what an option of a command takes; empty where it takes nothing.
_lenet_value() {
  value=
  case "$1 $2" in
${commands.flatMap(valueCases).join('\n')}
  esac
}

# Completes "word" with one kind of value.
_lenet_complete() {
  local kind="\${1%% *}" words= candidate
  [[ "$1" == *' '* ]] && words="\${1#* }"
  COMPREPLY=( $(compgen -W "$words" -- "$word") )
  case "$kind" in
    words | text) return ;;
  esac
  compopt -o filenames 2>/dev/null
  if [[ "$kind" == run ]]; then
    for candidate in runs/*/; do
      candidate="\${candidate%/}"
      [[ -f "$candidate/config.json" || -f "$candidate/sweep-config.json" ]] || continue
      [[ "$candidate" == "$word"* ]] && COMPREPLY+=("$candidate")
    done
    (( \${#COMPREPLY[@]} > 0 )) && return
  fi
  local action=-d
  [[ "$kind" == file ]] && action=-f
  while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done < <(compgen $action -- "$word")
}

_lenet() {
  local word="\${COMP_WORDS[COMP_CWORD]}" place= value= commands options argument index current
  COMPREPLY=()
  [[ "$word" == '=' ]] && word=
  _lenet_command ''
  for (( index = 1; index < COMP_CWORD; index++ )); do
    current="\${COMP_WORDS[index]}"
    if [[ "$current" == '=' ]]; then
      continue
    elif [[ -n "$value" ]]; then
      value=
    elif [[ "$current" == -* ]]; then
      _lenet_value "$place" "$current"
    elif [[ " $commands " == *" $current "* ]]; then
      place="\${place:+$place }$current"
      _lenet_command "$place"
    fi
  done
  if [[ -n "$value" ]]; then
    _lenet_complete "$value"
  elif [[ "$word" == -* ]]; then
    COMPREPLY=( $(compgen -W "$options" -- "$word") )
  elif [[ -n "$commands" ]]; then
    COMPREPLY=( $(compgen -W "$commands" -- "$word") )
  elif [[ -n "$argument" ]]; then
    _lenet_complete "$argument"
  fi
}

complete -F _lenet lenet
`;
}

function commandCase({ path, commands, options, argument }: DescribedCommand): string {
  const settings = [
    ...(commands.length > 0 ? [`commands=${quote(commands.map(({ name }) => name).join(' '))}`] : []),
    `options=${quote(options.flatMap(({ names }) => names).join(' '))}`,
    ...(argument ? [`argument=${quote(valueText(argument))}`] : []),
  ];
  return `    ${quote(path)}) ${settings.join(' ')} ;;`;
}

function valueCases({ path, options }: DescribedCommand): string[] {
  return options.flatMap(({ names, value }) =>
    value
      ? [
          `    ${names.map((name) => quote(`${path} ${name}`)).join(' | ')}) value=${quote(valueText(value))} ;;`,
        ]
      : [],
  );
}
