import type { DescribedCommand } from './describe-commands.js';
import { quote, valueText } from './shell-text.js';

/** Completion for zsh, with descriptions. */
export function zshScript(commands: readonly DescribedCommand[]): string {
  return `#compdef lenet
# Completion of lenet for zsh. In ~/.zshrc, after compinit: eval "$(lenet completion zsh)"

# Sets "commands", "options" and "argument" of a command.
_lenet_command() {
  commands=() options=() argument=
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

# Completes one kind of value.
_lenet_complete() {
  local -a parts=("\${(@s: :)1}") runs
  case "\${parts[1]}" in
    words) compadd -- "\${(@)parts[2,-1]}" ;;
    source)
      compadd -- "\${(@)parts[2,-1]}"
      _path_files -/
      ;;
    run)
      runs=(runs/*/(sweep-|)config.json(N:h))
      (( $#runs )) && compadd -f -- "\${runs[@]}"
      _path_files -/
      ;;
    folder) _path_files -/ ;;
    file) _files ;;
    text) _message 'a value' ;;
  esac
}

_lenet() {
  local place= value= argument= current prefix
  local -a commands options
  _lenet_command ''
  for current in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n "$value" ]]; then
      value=
    elif [[ "$current" == -* ]]; then
      [[ "$current" == *=* ]] || _lenet_value "$place" "$current"
    elif (( \${commands[(I)$current:*]} )); then
      place="\${place:+$place }$current"
      _lenet_command "$place"
    fi
  done
  if [[ -n "$value" ]]; then
    _lenet_complete "$value"
  elif [[ "$PREFIX" == --*=* ]]; then
    prefix="\${PREFIX%%=*}"
    compset -P '*='
    _lenet_value "$place" "$prefix"
    [[ -n "$value" ]] && _lenet_complete "$value"
  elif [[ "$PREFIX" == -* ]]; then
    _describe -o option options
  elif (( $#commands )); then
    _describe command commands
  elif [[ -n "$argument" ]]; then
    _lenet_complete "$argument"
  fi
}

if [[ "\${funcstack[1]}" == _lenet ]]; then
  _lenet "$@"
else
  compdef _lenet lenet
fi
`;
}

function commandCase({ path, commands, options, argument }: DescribedCommand): string {
  const settings = [
    ...(commands.length > 0
      ? [`commands=(${commands.map(({ name, summary }) => item(name, summary)).join(' ')})`]
      : []),
    `options=(${options.flatMap(({ names, summary }) => names.map((name) => item(name, summary))).join(' ')})`,
    ...(argument ? [`argument=${quote(valueText(argument))}`] : []),
  ];
  return `    ${quote(path)}) ${settings.join(' ')} ;;`;
}

/** As _describe takes it: a colon stands between the two. */
function item(name: string, summary: string): string {
  return quote(`${name}:${summary.replaceAll('\\', '\\\\').replaceAll(':', '\\:')}`);
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
