import type { Known } from '../documents/document';
import { writeRanges, type VersionRange } from '../messages/version-range';
import type { Facts } from './facts';

/** The numbers with which a version begins: `6.8.0-45-generic` is 6, 8, 0. */
function numbersOf(version: string): number[] {
  return (/^v?(\d+(?:\.\d+){0,3})/.exec(version)?.[1] ?? '').split('.').filter(Boolean).map(Number);
}

/** Is a version before another one? A release candidate counts as its release. Unknown where it holds no numbers. */
export function isBefore(version: string, other: string): boolean | undefined {
  const [left, right] = [numbersOf(version), numbersOf(other)];
  if (left.length === 0) return undefined;
  for (let index = 0; index < right.length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Are all versions of the ranges before another one? Unknown where some are and some are not. */
function areBefore(ranges: readonly VersionRange[], other: string): boolean | undefined {
  if (ranges.every(({ before }) => before !== undefined && isBefore(other, before) === false)) return true;
  return ranges.every(({ from }) => from !== undefined && isBefore(from, other) === false) ? false : undefined;
}

/** What is known of a program's age: the version as printed, or the versions that its words leave possible. */
export interface Age {
  /** `1.1.5`, or `>=1.1.0 <1.2` where only its words tell it. */
  readonly version: Known<string>;
  readonly older: boolean;
}

/**
 * Is a program older than the version that brought something? By the version that was printed, which wins, else by
 * the words it printed. Undefined where neither decides.
 */
export function ageOf(program: string, since: string, { versions, heardVersions }: Pick<Facts, 'versions' | 'heardVersions'>): Age | undefined {
  const printed = versions?.get(program);
  const heard = printed ? undefined : heardVersions?.get(program);
  const older = printed ? isBefore(printed.value, since) : heard && areBefore(heard.ranges, since);
  const version = printed ?? (heard && { value: writeRanges(heard.ranges), span: heard.span });
  return older === undefined || !version ? undefined : { version, older };
}
