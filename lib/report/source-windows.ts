import { linesLeftOut } from '../diagnosis/documents/gap';
import type { EvidenceIn, RenderedReport } from '../diagnosis/report';

/** One line of a document with what was observed on it. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
  /** Underlined stretches, as offsets in the line; sorted, without overlaps. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
  /** Sentences under the line. */
  readonly says: readonly string[];
}

/** Lines that are shown, and lines between them that are folded; those that are not at hand have only their count. */
export type SourcePart =
  | { readonly kind: 'lines'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'fold'; readonly from: number; readonly count: number; readonly lines: readonly SourceLine[] };

/** Of a text that is too large to be at hand the stretches that are. */
export interface Sparse {
  readonly lines: number;
  readonly stretches: readonly { readonly from: number; readonly lines: readonly string[] }[];
}

/** Lines of context around a marked line. */
const context = 3;

/** A place of evidence, and the cause it was found for; none for a line that nothing known explains. */
export interface ShownEvidence extends EvidenceIn<string> {
  readonly finding?: string;
}

/** Evidence of what is shown or named first; what else it may be would say the same of the same lines. */
export function shownEvidence(report: RenderedReport): ShownEvidence[] {
  const shown = report.findings.filter(({ role }) => role !== 'alternative');
  return [...shown.flatMap(({ evidence, cause }) => evidence.map((one) => ({ ...one, finding: cause }))), ...report.unrecognised];
}

/** Cuts a document into windows around its evidence and the folds between them. */
export function sourceParts(source: string | Sparse, evidence: readonly EvidenceIn<string>[]): SourcePart[] {
  const near = new Set(linesNear(evidence).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index)));
  const parts: { kind: 'lines' | 'fold'; from: number; count: number; lines: SourceLine[] }[] = [];
  for (const { number, text, count } of rowsOf(source)) {
    const kind = near.has(number) && text !== undefined ? 'lines' : 'fold';
    let part = parts.at(-1);
    if (part?.kind !== kind) parts.push((part = { kind, from: number, count: 0, lines: [] }));
    part.count += count;
    if (text !== undefined) part.lines.push({ number, text, ...marksOn(text, number, evidence) });
  }
  // A fold of a line or two would take more room than the lines.
  return parts.map((part) => (part.kind === 'fold' && (part.count > leastFold || part.lines.length < part.count) ? { ...part, kind: 'fold' } : { kind: 'lines', lines: part.lines }));
}

/** More lines than this are folded. */
const leastFold = 2;

/** The lines that a document is shown by, both ends inside: those around its evidence, or its beginning. They may go beyond its end. */
export function linesNear(evidence: readonly EvidenceIn<string>[]): { readonly from: number; readonly to: number }[] {
  if (evidence.length === 0) return [{ from: 1, to: 12 }];
  const ranges: { from: number; to: number }[] = [];
  for (const { startLine, endLine } of evidence.toSorted((a, b) => a.startLine - b.startLine)) {
    const [from, to] = [Math.max(1, startLine - context), Math.min(endLine, startLine + 12) + context];
    const last = ranges.at(-1);
    if (last && from <= last.to + 1 + leastFold) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}

interface Row {
  readonly number: number;
  /** Undefined for lines that are not at hand. */
  readonly text: string | undefined;
  /** How many lines it stands for in a fold. */
  readonly count: number;
}

/** The lines of a text with their numbers, also where others were left out of it (`gapLine`). */
function* rowsOf(source: string | Sparse): Generator<Row> {
  let next = 1;
  if (typeof source === 'string') {
    const rows = source.split(/\r\n|\n|\r/);
    if (rows.at(-1) === '') rows.pop();
    for (const text of rows) {
      yield { number: next, text, count: 1 };
      next += linesLeftOut(text) ?? 1;
    }
    return;
  }
  for (const { from, lines } of [...source.stretches, { from: source.lines + 1, lines: [] }]) {
    if (from > next) yield { number: next, text: undefined, count: from - next };
    for (const [index, text] of lines.entries()) yield { number: from + index, text: text.replace(/\r$/, ''), count: 1 };
    next = from + lines.length;
  }
}

/** What was observed on one line: the stretches to underline, and the sentences to stand under it. */
export function marksOn(row: string, number: number, evidence: readonly EvidenceIn<string>[]): Pick<SourceLine, 'marks' | 'says'> {
  const here = evidence.filter(({ startLine, endLine }) => startLine <= number && number <= endLine);
  const spans = here
    .map(({ startLine, startColumn, endLine, endColumn }) => ({
      start: startLine === number ? startColumn - 1 : row.length - row.trimStart().length,
      end: endLine === number ? endColumn - 1 : row.length,
    }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start);
  const marks: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = marks.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else marks.push({ ...span });
  }
  const says = [...new Set(here.filter(({ startLine }) => startLine === number).map((one) => one.says))];
  return { marks, says };
}
