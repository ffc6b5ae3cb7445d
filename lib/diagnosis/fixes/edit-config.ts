import { change, look, type Command } from './sh';

/**
 * Commands that edit a config.json which was not given, in the working directory: the old file is kept beside it.
 * The jq program is our own text and may hold numbers only; nothing of the user's is ever spliced into it. In it,
 * `$here` is the directory of the config.
 */
export function editConfig(pieces: TemplateStringsArray, ...numbers: readonly number[]): { commands: Command[]; undo: Command[]; verify: Command[] } {
  const program = pieces.map((piece, index) => piece + (numbers[index] ?? '')).join('');
  return {
    commands: [
      change`cp -p config.json config.json.before`,
      // The program is quoted by the tag: it holds no single quote.
      look`jq --arg here "$PWD" ${program} config.json.before > config.json`,
    ],
    undo: [change`mv config.json.before config.json`],
    verify: [look`jq -e . config.json`],
  };
}
