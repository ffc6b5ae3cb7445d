import { readSgr, type Look } from './sgr';
import { showUnseen } from './unseen';

/** A stretch of one line, as offsets; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A piece of a line that is shown in one manner. */
export interface Piece {
  readonly text: string;
  /** It is evidence. */
  readonly marked: boolean;
  /** It is what somebody searches for. */
  readonly found: boolean;
  /** It stands for a character that cannot be seen. */
  readonly unseen: boolean;
  readonly look: Look;
}

/** A browser lays out a megabyte of one line slowly: a longer one is cut around what matters in it. */
const longestShown = 4000;

/** The part of a line that is shown: all of it, or what stands around `focus`. */
export function shownPart(length: number, focus: number): Stretch {
  const start = length > longestShown ? Math.max(0, focus - 200) : 0;
  return { start, end: Math.min(length, start + longestShown) };
}

/** Cuts a line where its looks, its evidence and its search hits begin and end. */
export function linePieces(line: string, marks: readonly Stretch[], found: readonly Stretch[] = []): Piece[] {
  const part = shownPart(line.length, (marks[0] ?? found[0])?.start ?? 0);
  const cuts = [...marks, ...found].flatMap(({ start, end }) => [start, end]);
  const holds = (stretches: readonly Stretch[], at: number) => stretches.some(({ start, end }) => start <= at && at < end);
  return readSgr(line.slice(0, part.end)).flatMap(({ start, end, look }) => {
    const inside = cuts.filter((cut) => cut > start && cut < end);
    const edges = [...new Set([start, ...inside, end, ...(part.start > start && part.start < end ? [part.start] : [])])].toSorted((a, b) => a - b);
    return edges.slice(0, -1).flatMap((from, index) => {
      if (from < part.start) return [];
      const shown = showUnseen(line.slice(from, edges[index + 1] ?? end));
      return shown.map(({ text, mark }): Piece => ({ text, unseen: mark, marked: holds(marks, from), found: holds(found, from), look }));
    });
  });
}
