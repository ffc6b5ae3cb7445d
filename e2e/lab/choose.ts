import type { Fault } from './fault';
import { shown } from './shown';

/** A fault, and the runtime to try it on as the manifest names it. */
export interface Planned {
  readonly fault: Fault;
  readonly runtime: string;
}

/** FNV-1a, 32 bits: the same order on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of text) value = Math.imul(value ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}

/** Every fault on every runtime that it names. */
export function everyRun(faults: readonly Fault[]): Planned[] {
  return faults.flatMap((fault) => fault.runtimes.map((runtime) => ({ fault, runtime })));
}

/** Days in which the quick part comes through every fault once. */
const parts = 3;

/**
 * A third of the faults, each on one of its runtimes. Three seeds in a row make the whole, and with every third a fault
 * meets its next runtime: a seed that counts days comes through everything.
 */
export function quickPart(faults: readonly Fault[], seed: number): Planned[] {
  const place = new Map(faults.toSorted((a, b) => hash(a.id) - hash(b.id)).map(({ id }, index) => [id, index]));
  return faults.flatMap((fault) => {
    const at = place.get(fault.id) ?? 0;
    const runtime = fault.runtimes[(hash(fault.id) + Math.floor(seed / parts)) % fault.runtimes.length];
    return at % parts !== seed % parts || runtime === undefined ? [] : [{ fault, runtime }];
  });
}

/** What is recorded for the engine's tests: each fault on one of its runtimes, so that every version has its share; and what the front page shows. */
export function runsToRecord(faults: readonly Fault[]): Planned[] {
  const isShown = ({ fault, runtime }: Planned) => shown.some((one) => one.fault === fault.id && one.runtime === runtime);
  return faults.flatMap((fault) => {
    const all = everyRun([fault]);
    const chosen = all.some(isShown) ? undefined : all[hash(fault.id) % all.length];
    return all.filter((one) => one === chosen || isShown(one));
  });
}
