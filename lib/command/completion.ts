import { optionText } from './help';
import { commands, options, optionsOf, shells, type OptionName } from './options';

type Shell = (typeof shells)[number];

const names = Object.keys(options) as OptionName[];
const closed = names.flatMap((name) => {
  const { value } = optionsOf(name);
  return typeof value === 'object' ? [{ name, words: value.join(' ') }] : [];
});

/** The completion of a shell, to be sourced. Every word in it is ours; nothing of a file's name is evaluated. */
export function completionOf(shell: Shell): string {
  return { bash, zsh, fish }[shell]();
}

function bash(): string {
  return `_userns_doctor() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  case $previous in
${closed.map(({ name, words }) => `    --${name}) COMPREPLY=($(compgen -W '${words}' -- "$current")); return ;;`).join('\n')}
    completion) COMPREPLY=($(compgen -W '${shells.join(' ')}' -- "$current")); return ;;
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W '${names.map((name) => `--${name}`).join(' ')}' -- "$current")); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W '${commands.join(' ')}' -- "$current")); fi
  # File names are left to readline, which quotes them.
  compopt -o default 2>/dev/null
}
complete -F _userns_doctor userns-doctor
`;
}

function zsh(): string {
  const rows = names.map((name) => {
    const { value, multiple, type } = optionsOf(name);
    const action = typeof value === 'object' ? `:${name}:(${value.join(' ')})` : value === 'file' ? ':file:_files' : type === 'string' ? `:${value}:` : '';
    return `    '${multiple ? '*' : ''}--${name}[${optionText(name, 'en').replaceAll(/[':[\]]/g, '')}]${action}'`;
  });
  return `#compdef userns-doctor
_userns_doctor() {
  if [ "\${words[2]}" = completion ]; then compadd ${shells.join(' ')}; return; fi
  if [ "$CURRENT" -eq 2 ]; then compadd ${commands.join(' ')}; fi
  _arguments \\
${rows.join(' \\\n')} \\
    '*:file:_files'
}
compdef _userns_doctor userns-doctor
`;
}

function fish(): string {
  const rows = names.map((name) => {
    const { short, value, type } = optionsOf(name);
    const taken = typeof value === 'object' ? ` -x -a '${value.join(' ')}'` : value === 'file' ? ' -r -F' : type === 'string' ? ' -x' : '';
    return `complete -c userns-doctor -l ${name}${short ? ` -s ${short}` : ''}${taken} -d '${optionText(name, 'en').replaceAll("'", '')}'`;
  });
  return `${[
    ...commands.map((command) => `complete -c userns-doctor -n __fish_use_subcommand -a ${command}`),
    `complete -c userns-doctor -n '__fish_seen_subcommand_from completion' -x -a '${shells.join(' ')}'`,
    ...rows,
  ].join('\n')}\n`;
}
