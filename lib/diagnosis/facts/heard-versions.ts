import type { LogLine } from '../documents/log-lines';
import type { Span } from '../documents/document';
import { onceForWords } from '../documents/once';
import { commonRanges, isInRanges, type VersionRange } from '../messages/version-range';
import { wordingsIn } from '../messages/wordings/index';
import type { Facts } from './facts';

/** The wordings of a line; what was printed again is not looked through again. */
const told = onceForWords(wordingsIn, 1024);

/** The versions that a program's own words leave possible, with the line that leaves the fewest. */
export interface HeardVersion {
  readonly ranges: readonly VersionRange[];
  readonly span: Span;
}

/** A line whose words no version prints that the other lines, or a printed version, allow. */
export interface Contradiction {
  readonly program: string;
  readonly ranges: readonly VersionRange[];
  readonly span: Span;
  /** As it was printed; absent where two lines contradict each other. */
  readonly printed?: string;
}

/**
 * Versions by the words of programs: what all lines have in common. A version that was printed wins over words,
 * and lines that contradict each other tell nothing; both are handed back to be told.
 */
export function readHeardVersions(lines: readonly LogLine[], printed: Facts['versions']) {
  const heard = new Map<string, HeardVersion>();
  const contradictions = new Map<string, Contradiction>();
  for (const { text, span } of lines) {
    for (const { program, versions } of told(text, span.document)) {
      const known = heard.get(program);
      const ranges = known ? commonRanges(known.ranges, versions) : versions;
      if (ranges.length === 0) contradictions.set(program, { program, ranges: versions, span });
      else if (!known || JSON.stringify(ranges) !== JSON.stringify(known.ranges)) heard.set(program, { ranges, span });
    }
  }
  for (const [program, { ranges, span }] of heard) {
    const version = printed?.get(program)?.value;
    if (version !== undefined && isInRanges(version, ranges) === false) contradictions.set(program, { program, ranges, span, printed: version });
  }
  for (const program of contradictions.keys()) heard.delete(program);
  return { heard, contradictions: [...contradictions.values()] };
}
