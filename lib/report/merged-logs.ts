import { momentOf, type Clock } from '../diagnosis/documents/moment';
import type { LogLine } from '../diagnosis/documents/log-lines';

/** When each line of one log was written, in milliseconds of one clock; NaN where it does not say. */
export interface Times {
  readonly clock: Clock | undefined;
  readonly at: Float64Array;
}

/** Reads the times of lines; the first that is told sets the clock, times of another are not used. */
export function timesOf(lines: Iterable<LogLine>, count: number): Times {
  const at = new Float64Array(count).fill(Number.NaN);
  let clock: Clock | undefined;
  let index = 0;
  for (const { time } of lines) {
    const moment = time === undefined ? undefined : momentOf(time);
    clock ??= moment?.clock;
    if (moment && moment.clock === clock) at[index] = moment.at;
    index++;
  }
  return { clock, at };
}

/** A line of one of several logs. */
export interface Merged {
  /** The index of the log for each line, and the line in it. */
  readonly log: Uint8Array;
  readonly line: Uint32Array;
}

/**
 * Orders the lines of several logs by time; within a log they keep their order, and a line without a time goes with the
 * one before it. Undefined where fewer than two logs tell the time of one clock.
 */
export function mergeByTime(logs: readonly Times[]): Merged | undefined {
  const clocks = logs.map(({ clock }) => clock).filter((clock) => clock !== undefined);
  const clock = clocks.find((one) => clocks.filter((other) => other === one).length > 1);
  if (clock === undefined) return undefined;
  const lines = logs.flatMap((times, log) => (times.clock === clock ? reached(times).map((at, line) => ({ at, log, line })) : []));
  lines.sort((a, b) => a.at - b.at || a.log - b.log || a.line - b.line);
  return { log: Uint8Array.from(lines, ({ log }) => log), line: Uint32Array.from(lines, ({ line }) => line) };
}

/** The latest time told up to each line. */
function reached({ at }: Times): number[] {
  let latest = -Infinity;
  return Array.from(at, (time) => (latest = Number.isNaN(time) ? latest : Math.max(latest, time)));
}
