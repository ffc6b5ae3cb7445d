/** The eight colours of a terminal; bright ones are shown as their plain ones. */
export const terminalColours = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** How a stretch of output is shown: what SGR can ask for and a page can show without hiding anything. */
export interface Look {
  readonly colour?: (typeof terminalColours)[number];
  readonly bold?: true;
  readonly underline?: true;
}

/** A stretch of a line in one look; offsets are of the raw line. */
export interface LookRun {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
}

const introducer = '\u001b[';
/** ECMA-48 sets no limit; a sequence longer than this is no colour that a program sets. */
const longestSequence = 64;

/**
 * Splits a line into runs by its SGR sequences (ECMA-48, 8.3.117), which belong to no run. Every other control
 * sequence, and an SGR that would conceal text, stays in its run and is shown as a mark. Linear in the length.
 */
export function readSgr(line: string): LookRun[] {
  const runs: LookRun[] = [];
  let look: Look = {};
  let from = 0;
  for (let at = line.indexOf(introducer); at >= 0; at = line.indexOf(introducer, at + 1)) {
    const end = endOfSequence(line, at + introducer.length);
    if (end === undefined) continue;
    const next = applied(look, line.slice(at + introducer.length, end));
    if (!next) continue;
    if (at > from) runs.push({ start: from, end: at, look });
    from = end + 1;
    look = next;
  }
  if (from < line.length) runs.push({ start: from, end: line.length, look });
  return runs;
}

/** The offset of the final `m`, where nothing but digits and semicolons stands before it. */
function endOfSequence(line: string, from: number): number | undefined {
  for (let at = from; at < Math.min(line.length, from + longestSequence); at++) {
    const one = line[at] ?? '';
    if (one === 'm') return at;
    if (!/[\d;]/.test(one)) return undefined;
  }
  return undefined;
}

/** The look after a sequence; undefined where it would hide text (8, conceal) and is shown instead. */
function applied(look: Look, parameters: string): Look | undefined {
  let next: { -readonly [K in keyof Look]: Look[K] } = { ...look };
  const codes = parameters.split(';').map(Number);
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index] ?? 0;
    if (code === 8) return undefined;
    if (code === 0) next = {};
    else if (code === 1) next.bold = true;
    else if (code === 22) delete next.bold;
    else if (code === 4) next.underline = true;
    else if (code === 24) delete next.underline;
    else if (code === 39) delete next.colour;
    else if (code === 38 || code === 48) {
      // 38;5;n and 38;2;r;g;b: the numbers behind are no codes of their own. Of a palette the first sixteen have names.
      const named = codes[index + 1] === 5 ? terminalColours[(codes[index + 2] ?? 99) % 8] : undefined;
      if (code === 38 && named && (codes[index + 2] ?? 99) < 16) next.colour = named;
      index += codes[index + 1] === 5 ? 2 : codes[index + 1] === 2 ? 4 : 0;
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      const colour = terminalColours[code % 10];
      if (colour) next.colour = colour;
    }
  }
  return next;
}
