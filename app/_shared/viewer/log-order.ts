import type { Merged } from '../../../lib/report/merged-logs';
import { lineStartsOf } from '../../../lib/report/log-rows';

/** A log with its lines found. */
export interface IndexedLog {
  readonly name: string;
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
  return texts.map(({ name, text }) => ({ name, text, starts: lineStartsOf(text) }));
}

/** The order of time where it is known, else one log after another. */
export function orderOf(logs: readonly IndexedLog[], merged: Merged | undefined): LogOrder {
  const { log, line } = merged ?? oneAfterAnother(logs);
  const positions = logs.map(({ starts }) => new Int32Array(starts.length).fill(-1));
  for (let position = 0; position < line.length; position++) positions[log[position] ?? 0]?.fill(position, line[position] ?? 0, (line[position] ?? 0) + 1);
  return {
    count: line.length,
    at: (position) => ({ log: log[position] ?? 0, line: line[position] ?? 0 }),
    positionOf: (one, wanted) => {
      const position = positions[one]?.[wanted];
      return position === undefined || position < 0 ? undefined : position;
    },
  };
}

function oneAfterAnother(logs: readonly IndexedLog[]): Merged {
  const lines = logs.flatMap(({ starts }, log) => Array.from(starts, (_, line) => ({ log, line })));
  return { log: Uint8Array.from(lines, ({ log }) => log), line: Uint32Array.from(lines, ({ line }) => line) };
}
