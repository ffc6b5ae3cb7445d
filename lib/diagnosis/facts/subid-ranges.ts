import type { Failure } from '../messages/message';
import type { Caller, Facts, SubidFile, SubidRange } from './facts';
import type { IdMap } from './id-map';

/** `count` host IDs from `start` on. */
export interface HostRange {
  readonly start: number;
  readonly count: number;
}

/** useradd's default: ranges begin here and hold this many IDs (login.defs: SUB_UID_MIN, SUB_UID_COUNT). */
export const firstSubid = 100000;
export const customarySubids = 65536;

/** The ranges that a file grants to a caller, by name or by number (subuid(5) takes both). */
export function rangesOf(file: SubidFile | undefined, caller: Caller | undefined): readonly SubidRange[] {
  const names = [caller?.name, caller?.uid === undefined ? undefined : String(caller.uid)].filter((name) => name !== undefined);
  // In a line that the caller appends by `echo`, the shell puts his name.
  return file?.ranges.filter(({ owner }) => names.includes(owner) || owner === '$USER') ?? [];
}

/** The caller's ranges; where nobody is named and one owner alone has some, they are the caller's. */
export function ownRanges(file: SubidFile | undefined, caller: Caller | undefined): readonly SubidRange[] {
  const lines = file?.ranges ?? [];
  return caller || new Set(lines.map(({ owner }) => owner)).size !== 1 ? rangesOf(file, caller) : lines;
}

/** The first ID of a range that no line of the files holds yet. */
export function nextFree(files: readonly (SubidFile | undefined)[], least = firstSubid): number {
  const ends = files.flatMap((file) => file?.ranges.map(({ start, count }) => start + count) ?? []);
  return ends.reduce((next, end) => Math.max(next, end), least);
}

/** The whole of IDs: the map of the first user namespace, which a shell on the host shows as its own. */
const everyId = 4294967295;

/** IDs below this are the host's own users and its `nobody`; a grant of one of them hands out their files. */
const firstGrantable = 65536;

/** The host ranges of a map that newuidmap must be granted: an ordinary user may map its own single ID without. */
export function neededRanges(map: IdMap): HostRange[] {
  return map.extents.flatMap(({ hostId, size }) => {
    const [start, count] = [hostId.value, size.value];
    return start !== undefined && count !== undefined && count > 1 && count < everyId ? [{ start, count }] : [];
  });
}

/** The range that newuidmap or newgidmap named as not allowed; it prints ranges half-open (lib/idmapping.c of shadow). */
export function refusedRange(failure: Failure | undefined): (HostRange & { readonly which: 'uid' | 'gid' }) | undefined {
  const { id, pid } = failure?.values ?? {};
  if (failure?.symptom !== 'id-range-not-granted' || !id || !pid) return undefined;
  const start = Number(id.value);
  const count = Number(pid.value) - start;
  return count > 0 ? { start, count, which: /newgidmap/.test(failure.text) ? 'gid' : 'uid' } : undefined;
}

/** Is a range inside one of the granted ones? shadow checks each against a single line (lib/subordinateio.c). */
export function isGranted(range: HostRange, granted: readonly HostRange[]): boolean {
  return granted.some(({ start, count }) => range.start >= start && range.start + range.count <= start + count);
}

/** Does a range begin inside a granted one and end behind it? */
export function beginsInside(range: HostRange, granted: HostRange): boolean {
  const end = granted.start + granted.count;
  return range.start >= granted.start && range.start < end && range.start + range.count > end;
}

/**
 * Is it certain that a file holds no line for the caller? A line of a number may be the caller's where only the name
 * is known, and the other way round.
 */
export function lacksRange(file: SubidFile, caller: Caller | undefined): boolean {
  if (!caller || rangesOf(file, caller).length > 0) return false;
  const unknown = file.ranges.filter(({ owner }) => (/^\d+$/.test(owner) ? caller.uid === undefined : caller.name === undefined));
  return unknown.length === 0 && (caller.name !== undefined || caller.uid !== undefined);
}

/** May a range be given to the caller: is it none of the host's own IDs, and in no line of another owner? */
export function isGrantable(range: HostRange, files: readonly (SubidFile | undefined)[], caller: Caller | undefined): boolean {
  const others = files.flatMap((file) => file?.ranges.filter((line) => !rangesOf(file, caller).includes(line)) ?? []);
  const end = range.start + range.count;
  return range.start >= firstGrantable && end <= everyId && !others.some((line) => line.start < end && range.start < line.start + line.count);
}

/** What settles whose range is whose: the files, and once they are there, who calls. */
export function asksOfGrants({ subuids, subgids }: Pick<Facts, 'subuids' | 'subgids'>): readonly ('subuids' | 'subgids' | 'caller')[] {
  return subuids && subgids ? ['caller'] : ['subuids', 'subgids'];
}

/** For people: `100000-165535`. */
export function printRange({ start, count }: HostRange): string {
  return count === 1 ? String(start) : `${start}-${start + count - 1}`;
}
