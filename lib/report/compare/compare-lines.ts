import { lineAt, lineNumbersOf, lineStartsOf } from '../log-rows';
import { readLine, severities, severityOf } from '../severity';
import { maskNoise } from './mask-noise';

/** A line that only one of two sides has, after masking. */
export interface OwnLine {
  readonly document: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly severe: boolean;
}

/** The lines of one side that the other has not. */
export interface OwnLines {
  /** How many there are. */
  readonly count: number;
  /** Those to show: lines of errors first, else in their order. */
  readonly shown: readonly OwnLine[];
}

type Logs = readonly { readonly name: string; readonly text: string }[];

/** A longer line is compared by its beginning, in characters. */
const longest = 4096;

/** The lines that stand in one side's logs only, once times, ids and process numbers are masked. */
export function compareLines(a: Logs, b: Logs, most = 40): { readonly a: OwnLines; readonly b: OwnLines } {
  const [linesA, linesB] = [maskedLines(a), maskedLines(b)];
  return { a: ownLines(linesA, linesB, most), b: ownLines(linesB, linesA, most) };
}

type Masked = ReadonlyMap<string, { readonly document: string; readonly line: number }>;

/** Each text once, where it stands first. */
function maskedLines(logs: Logs): Masked {
  const lines = new Map<string, { document: string; line: number }>();
  for (const { name, text } of logs) {
    const starts = lineStartsOf(text);
    const numbers = lineNumbersOf(text, starts);
    for (let line = 0; line < starts.length; line++) {
      const masked = maskNoise(lineAt(text, starts, line).slice(0, longest)).trim();
      if (masked !== '' && !lines.has(masked)) lines.set(masked, { document: name, line: numbers?.[line] ?? line + 1 });
    }
  }
  return lines;
}

function ownLines(mine: Masked, others: Masked, most: number): OwnLines {
  const own = [...mine].filter(([text]) => !others.has(text)).map(([text, at]) => ({ ...at, text, severe: severities.indexOf(severityOf(readLine(text))) >= severities.indexOf('error') }));
  return { count: own.length, shown: own.toSorted((x, y) => Number(y.severe) - Number(x.severe)).slice(0, most) };
}
