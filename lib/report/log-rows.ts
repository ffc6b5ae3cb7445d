import { hasGaps, linesLeftOut } from '../diagnosis/documents/gap';

/** Offsets at which the lines of a text begin; lines end at `\n`, `\r\n` or a lone `\r`, as in the engine. */
export function lineStartsOf(text: string): Uint32Array {
  const starts = [0];
  if (text.includes('\r')) {
    for (const ending of text.matchAll(/\r\n|\n|\r/g)) starts.push(ending.index + ending[0].length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  // An ending at the very end begins no new line.
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return Uint32Array.from(text === '' ? [] : starts);
}

/** The number of each line where lines were left out of a text (`lib/diagnosis/documents/gap.ts`); undefined where none are. */
export function lineNumbersOf(text: string, starts: Uint32Array): Uint32Array | undefined {
  if (!hasGaps(text)) return undefined;
  let next = 1;
  return starts.map((_, line) => {
    const number = next;
    next += linesLeftOut(lineAt(text, starts, line)) ?? 1;
    return number;
  });
}

/** The line (from 0) that has a number, or that stands for lines left out and holds it. */
export function lineOfNumber(number: number, numbers: Uint32Array | undefined): number {
  if (!numbers) return number - 1;
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of one line (from 0), without its ending. */
export function lineAt(text: string, starts: Uint32Array, line: number): string {
  return text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}

/** A stretch of lines that is not shown; both ends inside, from 0. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/** What a list shows: a row is a line (0 and above), or the fold of index `-1 - row`. */
export interface Rows {
  readonly rows: Int32Array;
  readonly folds: readonly Fold[];
}

/** Lines of context around a line that matters. */
export const contextLines = 3;
/** A fold of fewer lines would take as much room as they do. */
const leastFold = 3;

/** All lines, with those far from what matters folded, but for the stretches that were opened. */
export function foldedRows(count: number, matters: readonly number[], opened: readonly Fold[]): Rows {
  const near = new Set(matters.flatMap((line) => Array.from({ length: 2 * contextLines + 1 }, (_, index) => line - contextLines + index)));
  const rows: number[] = [];
  const folds: Fold[] = [];
  for (let line = 0; line < count; ) {
    let end = line;
    while (end < count && !near.has(end)) end++;
    const [from, to] = [line, end - 1];
    if (end - line >= leastFold && near.size > 0 && !opened.some((one) => one.from <= from && to <= one.to)) {
      rows.push(-1 - folds.length);
      folds.push({ from, to });
      line = end;
    }
    while (line < end) rows.push(line++);
    while (line < count && near.has(line)) rows.push(line++);
  }
  return { rows: Int32Array.from(rows), folds };
}

/** The row that shows a line or holds it in its fold; -1 where the line is filtered out. */
export function rowOf({ rows, folds }: Rows, line: number): number {
  let low = 0;
  let high = rows.length - 1;
  const first = (row: number) => (row >= 0 ? row : (folds[-1 - row]?.from ?? 0));
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (first(rows[middle] ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const row = rows[low];
  if (row === undefined) return -1;
  const fold = row < 0 ? folds[-1 - row] : undefined;
  return row === line || (fold && fold.from <= line && line <= fold.to) ? low : -1;
}

/** Lines (from 0) that hold a text, without regard to case; at most `most` of them. */
export function linesWith(text: string, starts: Uint32Array, wanted: string, most = 100_000): number[] {
  if (wanted === '') return [];
  const [hay, needle] = [text.toLowerCase(), wanted.toLowerCase()];
  // A letter whose lower case is longer moves the offsets of all that follow: then every line is asked by itself.
  if (hay.length !== text.length) return Array.from(starts, (_, line) => line).filter((line) => lineAt(text, starts, line).toLowerCase().includes(needle)).slice(0, most);
  const lines: number[] = [];
  let line = 0;
  for (let at = hay.indexOf(needle); at >= 0 && lines.length < most; at = hay.indexOf(needle, starts[line + 1] ?? hay.length)) {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    lines.push(line);
    if (starts[line + 1] === undefined) break;
  }
  return lines;
}
