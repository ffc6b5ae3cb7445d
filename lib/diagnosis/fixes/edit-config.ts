import { change, join, look, type Command } from './sh';

/** What a jq program is handed by name: a value, or what a read-only command prints on the host. */
type Argument = string | { readonly printedBy: Command };

interface ConfigEdit {
  readonly commands: Command[];
  readonly undo: Command[];
  readonly verify: Command[];
}

/**
 * Commands that edit a config.json which was not given, in the working directory: the old file is kept beside it.
 * The jq program is our own text and may hold numbers only; nothing of the user's is ever spliced into it. In it,
 * `$here` is the directory of the config.
 */
export function editConfig(pieces: TemplateStringsArray, ...numbers: readonly number[]): ConfigEdit {
  const program = pieces.map((piece, index) => piece + (numbers[index] ?? '')).join('');
  return editConfigWith(program.includes('$here') ? { here: { printedBy: look`pwd` } } : {}, program);
}

/** The same with values of the evidence or of the host, each handed over by `--arg`. */
export function editConfigWith(named: Readonly<Record<string, Argument>>, program: string): ConfigEdit {
  const words = Object.entries(named).map(([name, value]) => {
    const argument = look`--arg ${name}`;
    return typeof value === 'string' ? join`${argument} ${look`${value}`}` : join`${argument} "$(${value.printedBy})"`;
  });
  const jq = words.reduce((command, word) => join`${command} ${word}`, look`jq`);
  return {
    commands: [
      change`cp -p config.json config.json.before`,
      // The file is written only where jq went well: a redirection of its output would empty it first.
      join`edited=$(${jq} ${look`${program}`} config.json.before) && printf '%s\\n' "$edited" > config.json`,
    ],
    undo: [change`mv config.json.before config.json`],
    verify: [look`jq -e . config.json`],
  };
}
