/** One program of a command line with its words, quotes taken away; a substitution `$(…)` within is a program of its own. */
export interface Program {
  readonly words: readonly string[];
  /** Its output goes to a file. */
  readonly writes: boolean;
}

/** Ends a program: a list, a pipe, a group. */
const operator = /^(?:&&|\|\||[;|&(){}\n])/;
const redirection = /^\d?(?:>>|>&\d|>|<<-?|<)/;

/** The programs that a command of POSIX sh runs, for the forms in which fixes are written. */
export function programsOf(command: string): Program[] {
  const programs: Program[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let writes = false;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endProgram = () => {
    endWord();
    if (words.length > 0) programs.push({ words, writes });
    words = [];
    writes = false;
  };
  /** Reads `$(…)` from its parenthesis on; where it ends. */
  const substitute = (at: number): number => {
    const end = closing(command, at);
    programs.push(...programsOf(command.slice(at + 1, end)));
    return end + 1;
  };
  for (let at = 0; at < command.length; ) {
    const rest = command.slice(at);
    const quoted = /^'([^']*)'/.exec(rest);
    const redirected = redirection.exec(rest);
    const ended = operator.exec(rest);
    if (quoted) {
      word = `${word ?? ''}${quoted[1] ?? ''}`;
      at += quoted[0].length;
    } else if (rest.startsWith('"')) {
      word ??= '';
      for (at++; at < command.length && command[at] !== '"'; ) {
        if (command.startsWith('$(', at)) at = substitute(at + 1);
        else word += command[at++] ?? '';
      }
      at++;
    } else if (rest.startsWith('$(')) {
      word ??= '';
      at = substitute(at + 1);
    } else if (rest.startsWith('\\')) {
      word = `${word ?? ''}${rest[1] ?? ''}`;
      at += 2;
    } else if (word === undefined && redirected) {
      // Its own stream, or nowhere: no file is written.
      writes ||= redirected[0].includes('>') && !/^\d?>&\d/.test(redirected[0]) && !/^\s*\/dev\/null\b/.test(rest.slice(redirected[0].length));
      at += redirected[0].length;
    } else if (ended && !(/^[{}]/.test(ended[0]) && (word !== undefined || /^\{[^\s]/.test(rest)))) {
      endProgram();
      at += ended[0].length;
    } else if (/^\s/.test(rest)) {
      endWord();
      at++;
    } else {
      word = `${word ?? ''}${rest[0] ?? ''}`;
      at++;
    }
  }
  endProgram();
  return programs;
}

/** The offset of the parenthesis that closes the one at `open`; quotes are passed over. */
function closing(command: string, open: number): number {
  let depth = 0;
  for (let at = open; at < command.length; at++) {
    const quoted = /^'[^']*'/.exec(command.slice(at));
    if (quoted) at += quoted[0].length - 1;
    else if (command[at] === '(') depth++;
    else if (command[at] === ')' && --depth === 0) return at;
  }
  return command.length;
}
