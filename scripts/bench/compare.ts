import { appendFileSync } from 'node:fs';

/** What is timed: once, from its beginning to its end. */
export type Work = () => unknown;

/** One line of the table: what was measured, in words, against what, and what is wanted. */
export interface Row {
  readonly what: string;
  readonly against: string;
  /** Ours by theirs: below 1 is faster, or smaller. */
  readonly ratio: number;
  readonly goal: string;
  readonly reached: boolean;
}

/** So often each side runs; the middle one counts. */
export const rounds = 5;

export const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The middle time of each of some works in milliseconds, run in turn so that what else the machine does falls on all of them. */
export async function interleaved<Name extends string>(works: Readonly<Record<Name, Work>>, times = rounds): Promise<Record<Name, number>> {
  const entries = Object.entries<Work>(works);
  const took = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  for (let round = 0; round < times; round++) {
    for (const [name, work] of entries) {
      const began = performance.now();
      await work();
      took.get(name)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries([...took].map(([name, values]) => [name, median(values)])) as Record<Name, number>;
}

/** Prints a ratio with its goal, and writes it where `npm run bench` gathers them. */
export function tell(what: string, against: string, ratio: number, goal: { readonly most: number } | { readonly least: number }, unit = '×'): void {
  const reached = 'most' in goal ? ratio <= goal.most : ratio >= goal.least;
  const row: Row = { what, against, ratio, goal: `${'most' in goal ? `≤ ${goal.most}` : `≥ ${goal.least}`} ${unit}`, reached };
  console.log(`${reached ? 'reached' : 'MISSED '}  ${what}: ${printed(ratio)} ${unit} ${against} (goal ${row.goal})`);
  if (process.env.BENCH_ROWS) appendFileSync(process.env.BENCH_ROWS, `${JSON.stringify({ ...row, unit })}\n`);
}

/** Says what could not be measured, and how to get what is missing. */
export function missing(what: string, how: string): void {
  console.log(`left out ${what}: ${how}`);
}

export const printed = (value: number) => value.toPrecision(value >= 100 ? 3 : 2);
