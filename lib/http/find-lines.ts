import { expandedPieces, type Content } from '../cases/compressed';
import { lineStartsOf, linesWith } from '../report/log-rows';

/** Lines that hold a text. */
export interface FoundLines {
  /** Counted from 1, as they are stored. */
  readonly lines: readonly number[];
  /** There are more. */
  readonly more: boolean;
}

/** So many lines are told at once. */
const most = 10_000;

/**
 * Looks for a text in a stored document without regard to case, as the viewer does (`linesWith`). Piece by piece, so that others are
 * answered meanwhile; of a line that is longer than a piece only its pieces are searched.
 */
export async function findLines(content: Content, wanted: string): Promise<FoundLines> {
  const found: number[] = [];
  const decoder = new TextDecoder();
  let before = 0;
  for await (const piece of expandedPieces(content)) {
    const text = decoder.decode(piece, { stream: true });
    const starts = lineStartsOf(text);
    for (const line of linesWith(text, starts, wanted, most + 1)) if (found.at(-1) !== before + line + 1) found.push(before + line + 1);
    if (found.length > most) return { lines: found.slice(0, most), more: true };
    before += starts.length - (text.endsWith('\n') ? 0 : 1);
  }
  return { lines: found, more: false };
}
