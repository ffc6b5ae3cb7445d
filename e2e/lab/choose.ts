import type { Fault } from './fault';

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

/** Half of the faults, each on one of its runtimes; which ones, the seed decides. */
export function quickHalf(faults: readonly Fault[], seed: number): Planned[] {
  const order = new Map(faults.map(({ id }) => [id, hash(`${seed} ${id}`)]));
  const place = ({ id }: Fault) => order.get(id) ?? 0;
  const chosen = new Set(faults.toSorted((a, b) => place(a) - place(b)).slice(0, Math.ceil(faults.length / 2)));
  return faults.filter((fault) => chosen.has(fault)).flatMap((fault) => {
    const runtime = fault.runtimes[place(fault) % fault.runtimes.length];
    return runtime === undefined ? [] : [{ fault, runtime }];
  });
}
