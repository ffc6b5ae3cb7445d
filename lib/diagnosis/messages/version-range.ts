/** The versions of a program from `from` on and before `before`; either end may be open. */
export interface VersionRange {
  readonly from?: string;
  readonly before?: string;
}

/** Numbers of a version, and how far it is from its release: an alpha, a beta, a candidate, the release itself. */
interface Parsed {
  readonly numbers: readonly number[];
  readonly stage: number;
  readonly candidate: number;
}

const stages = ['alpha', 'beta', 'rc'];
const released = stages.length;

function parsed(version: string): Parsed | undefined {
  const [whole, numbers = '', stage, candidate] = /^v?(\d+(?:\.\d+){0,3})(?:[-~.]?(alpha|beta|rc)\.?(\d{1,4}))?/.exec(version) ?? [];
  if (whole === undefined) return undefined;
  return { numbers: numbers.split('.').map(Number), stage: stage ? stages.indexOf(stage) : released, candidate: Number(candidate ?? 0) };
}

/** A line of releases such as `1.3` begins with its first pre-release. */
function bound(version: string): Parsed | undefined {
  const read = parsed(version);
  return read && read.numbers.length < 3 && read.stage === released ? { ...read, stage: -1 } : read;
}

function order(a: Parsed, b: Parsed): number {
  for (let index = 0; index < Math.max(a.numbers.length, b.numbers.length); index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.stage - b.stage || a.candidate - b.candidate;
}

function orderOfBounds(a: string, b: string): number {
  const [left, right] = [bound(a), bound(b)];
  return left && right ? order(left, right) : 0;
}

/** Is a version as it was printed in one of the ranges? Unknown where it holds no numbers. */
export function isInRanges(version: string, ranges: readonly VersionRange[]): boolean | undefined {
  const read = parsed(version);
  if (!read) return undefined;
  return ranges.some(({ from, before }) => {
    const [low, high] = [from === undefined ? undefined : bound(from), before === undefined ? undefined : bound(before)];
    return (!low || order(read, low) >= 0) && (!high || order(read, high) < 0);
  });
}

/** What two lists of ranges have in common; none where they contradict each other. */
export function commonRanges(one: readonly VersionRange[], other: readonly VersionRange[]): VersionRange[] {
  return one.flatMap((a) => other.flatMap((b) => overlap(a, b) ?? []));
}

function overlap(a: VersionRange, b: VersionRange): VersionRange | undefined {
  const from = a.from === undefined || (b.from !== undefined && orderOfBounds(b.from, a.from) > 0) ? b.from : a.from;
  const before = a.before === undefined || (b.before !== undefined && orderOfBounds(b.before, a.before) < 0) ? b.before : a.before;
  if (from !== undefined && before !== undefined && orderOfBounds(from, before) >= 0) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(before === undefined ? {} : { before }) };
}

/** Ranges in the notation of npm and of package managers: `>=1.2.8 <1.3 || >=1.3.3`; the same in every language. */
export function writeRanges(ranges: readonly VersionRange[]): string {
  return ranges.map(({ from, before }) => [from === undefined ? '' : `>=${from}`, before === undefined ? '' : `<${before}`].filter(Boolean).join(' ')).join(' || ');
}
