import type { Caller, SubidFile, SubidRange } from './facts';
import type { IdMap } from './id-map';

/** useradd's default: ranges begin here and hold this many IDs (login.defs: SUB_UID_MIN, SUB_UID_COUNT). */
export const firstSubid = 100000;
export const customarySubids = 65536;

/** The ranges that a file grants to a caller, by name or by number (subuid(5) takes both). */
export function rangesOf(file: SubidFile | undefined, caller: Caller | undefined): readonly SubidRange[] {
  const names = [caller?.name, caller?.uid === undefined ? undefined : String(caller.uid)].filter((name) => name !== undefined);
  return file?.ranges.filter(({ owner }) => names.includes(owner)) ?? [];
}

/** The first ID of a range that no line of the files holds yet. */
export function nextFree(files: readonly (SubidFile | undefined)[], least = firstSubid): number {
  const ends = files.flatMap((file) => file?.ranges.map(({ start, count }) => start + count) ?? []);
  return ends.reduce((next, end) => Math.max(next, end), least);
}

/** The host ranges of a map that newuidmap must be granted: an ordinary user may map its own single ID without. */
export function neededRanges(map: IdMap): { start: number; count: number }[] {
  return map.extents.flatMap(({ hostId, size }) =>
    hostId.value !== undefined && size.value !== undefined && size.value > 1 ? [{ start: hostId.value, count: size.value }] : [],
  );
}

/** Is a range inside one of the granted ones? shadow checks each against a single line (lib/subordinateio.c). */
export function isGranted(range: { start: number; count: number }, granted: readonly SubidRange[]): boolean {
  return granted.some(({ start, count }) => range.start >= start && range.start + range.count <= start + count);
}
