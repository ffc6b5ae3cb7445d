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

/** Lines that are shown, and lines between them that are folded. */
export type SourcePart = { readonly kind: 'lines'; readonly lines: readonly SourceLine[] } | { readonly kind: 'fold'; readonly lines: readonly SourceLine[] };

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
export function sourceParts(text: string, evidence: readonly EvidenceIn<string>[]): SourcePart[] {
  const rows = text.split(/\r\n|\n|\r/);
  if (rows.at(-1) === '') rows.pop();
  const near = new Set<number>();
  for (const { startLine, endLine } of evidence) {
    for (let line = startLine - context; line <= Math.min(endLine, startLine + 12) + context; line++) near.add(line);
  }
  const parts: { kind: 'lines' | 'fold'; lines: SourceLine[] }[] = [];
  let next = 1;
  rows.forEach((row) => {
    const number = next;
    next += linesLeftOut(row) ?? 1;
    // A document without evidence shows its beginning.
    const kind = near.has(number) || (near.size === 0 && number <= 12) ? 'lines' : 'fold';
    const last = parts.at(-1);
    const line = { number, text: row, ...marksOn(row, number, evidence) };
    if (last?.kind === kind) last.lines.push(line);
    else parts.push({ kind, lines: [line] });
  });
  // A fold of a line or two would take more room than the lines.
  return parts.map((part) => (part.kind === 'fold' && part.lines.length <= 2 ? { ...part, kind: 'lines' } : part));
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
