import type { Merged } from '../../../lib/report/merged-logs';
import { lineAt, lineNumbersOf, lineStartsOf } from '../../../lib/report/log-rows';

/** A log as a viewer knows it: its lines, counted from 0. */
export interface ViewedLog {
  readonly name: string;
  readonly count: number;
  /** The numbers of the lines, where lines were left out. */
  readonly numbers: Uint32Array | undefined;
  /** Undefined for a line that has not been fetched. */
  readonly lineAt: (line: number) => string | undefined;
}

/** A log that is at hand whole, with its lines found. */
export interface IndexedLog extends ViewedLog {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** The lines of one log, or of several in one order; a position counts from 0. */
export interface LogOrder {
  readonly count: number;
  at(position: number): { readonly log: number; readonly line: number };
  /** Undefined where the log or the line is not among them. */
  positionOf(log: number, line: number): number | undefined;
}

export function indexLogs(texts: readonly { readonly name: string; readonly text: string }[]): IndexedLog[] {
  return texts.map(({ name, text }) => {
    const starts = lineStartsOf(text);
    return { name, text, starts, count: starts.length, numbers: lineNumbersOf(text, starts), lineAt: (line) => lineAt(text, starts, line) };
  });
}

/** The number of a line, as a person counts. */
export function numberOf(log: ViewedLog | undefined, line: number): number {
  return log?.numbers?.[line] ?? line + 1;
}

/** The order of time where it is known, else one log after another. */
export function orderOf(logs: readonly ViewedLog[], merged: Merged | undefined): LogOrder {
  const { log, line } = merged ?? oneAfterAnother(logs);
  const positions = logs.map(({ count }) => new Int32Array(count).fill(-1));
  for (let position = 0; position < line.length; position++) {
    const lines = positions[log[position] ?? 0];
    if (lines) lines[line[position] ?? 0] = position;
  }
  return {
    count: line.length,
    at: (position) => ({ log: log[position] ?? 0, line: line[position] ?? 0 }),
    positionOf: (one, wanted) => {
      const position = positions[one]?.[wanted];
      return position === undefined || position < 0 ? undefined : position;
    },
  };
}

function oneAfterAnother(logs: readonly ViewedLog[]): Merged {
  const all = logs.reduce((sum, { count }) => sum + count, 0);
  const [log, line] = [new Uint8Array(all), new Uint32Array(all)];
  let position = 0;
  for (const [index, { count }] of logs.entries()) {
    for (let at = 0; at < count; at++, position++) {
      log[position] = index;
      line[position] = at;
    }
  }
  return { log, line };
}
