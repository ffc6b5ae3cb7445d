import { readLogLines, type LogLine } from '../documents/log-lines';
import type { Region } from '../documents/region';
import { narrowScreen, wrappedRuns } from '../documents/wrapped-lines';
import { matchLine } from '../messages/match';
import type { FailureRow, Hit, MessageRow, ProgressRow } from '../messages/message';
import { isTold } from './prose';

/** The lines of a region with the messages in them; a message that was wrapped over several lines is one line. */
export function readMessages(region: Region): { readonly lines: readonly LogLine[]; readonly hits: readonly (readonly Hit[])[] } {
  const raw = readLogLines(region);
  const found = raw.map((line) => matchLine(line).filter((hit) => !isTold(hit, line)));
  const tells = (hits: readonly Hit[]) => hits.some((hit) => isFailure(hit) && !hit.row.vague);
  const knows = (hits: readonly Hit[]) => hits.some(isFailure);
  const skipped = new Set<number>();
  const joined = new Map<number, { readonly line: LogLine; readonly hits: readonly Hit[] }>();
  if (region.kind === 'log' || region.kind === 'text') {
    // Where no line tells anything, they may have been broken by a narrow screen.
    for (const { first, count, joined: line } of found.some(knows) ? wrappedRuns(raw) : wrappedRuns(raw, narrowScreen)) {
      const hits = matchLine(line).filter((hit) => !isTold(hit, line));
      // A field of logrus goes on with the record before it; else lines that tell something themselves are taken as they stand.
      const goesOn = hits.some(({ row }) => 'harmless' in row) && /^\s*\w+="/.test(raw[first + 1]?.text ?? '');
      const apart = found.slice(first, first + count);
      const wider = hits.filter((hit) => tells([hit]));
      const within = apart.flat().filter((hit) => tells([hit])).every(({ span }) => wider.some((hit) => hit.span.start < span.start && span.end <= hit.span.end));
      if (!goesOn && !goesOver(raw.slice(first, first + count), apart, hits) && ((apart.some(tells) && !within) || !(tells(hits) || (knows(hits) && !apart.some(knows))))) continue;
      joined.set(first, { line, hits });
      for (let index = first + 1; index < first + count; index++) skipped.add(index);
    }
  }
  const kept = raw.flatMap((line, index) => (skipped.has(index) ? [] : [joined.get(index) ?? { line, hits: found[index] ?? [] }]));
  const filled = kept.filter(({ line }) => line.text.trim() !== '');
  return { lines: filled.map(({ line }) => line), hits: filled.map(({ hits }) => hits) };
}

/** Does a failure begin in the first of some lines and end in a later one, where the later ones tell nothing by themselves? */
function goesOver([first, ...rest]: readonly LogLine[], apart: readonly (readonly Hit[])[], joined: readonly Hit[]): boolean {
  if (!first || rest.length === 0 || apart.slice(1).some((hits) => hits.some(isFailure))) return false;
  return joined.some((hit) => isFailure(hit) && !hit.row.vague && hit.span.start < first.span.end && hit.span.end > first.span.end + 1);
}

/** Does a message tell of a step that was passed? */
export function isProgress(hit: Hit<MessageRow>): hit is Hit<ProgressRow> {
  return 'passed' in hit.row;
}

/** Does a message tell of a failure? */
export function isFailure(hit: Hit<MessageRow>): hit is Hit<FailureRow> {
  return 'symptom' in hit.row;
}
