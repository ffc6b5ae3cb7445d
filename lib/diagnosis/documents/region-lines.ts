import { lineIndexAt, lineSpan, type Span } from './document';
import { once } from './once';

/** A line of a region: its text, and its span without the line ending. */
export interface RegionLine {
  readonly text: string;
  readonly span: Span;
}

/** The lines of a region, empty ones too. Several readers go through them: they are cut once. */
export const linesOf: (region: Span) => readonly RegionLine[] = once(cutLines);

function cutLines(region: Span): RegionLine[] {
  const { document } = region;
  if (region.end <= region.start) return [];
  const last = lineIndexAt(document, region.end - 1);
  const lines: RegionLine[] = [];
  for (let index = lineIndexAt(document, region.start); index <= last; index++) {
    const line = lineSpan(document, index);
    const start = Math.max(line.start, region.start);
    const end = Math.max(start, Math.min(line.end, region.end));
    lines.push({ text: document.text.slice(start, end), span: { document, start, end } });
  }
  return lines;
}

/** The span of a capture in a line; the whole line where it is not found. */
export function spanIn(line: RegionLine, captured: string, from = 0): Span {
  const at = line.text.indexOf(captured, from);
  if (at < 0 || captured === '') return line.span;
  const start = line.span.start + at;
  return { document: line.span.document, start, end: start + captured.length };
}
