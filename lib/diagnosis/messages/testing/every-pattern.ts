import type { LogLine } from '../../documents/log-lines';
import { messageRows } from '../index';
import { compileTemplate } from '../template';

/** Every template of every row. */
export const templates = messageRows.flatMap((row) => [row.prints].flat().map((template) => ({ row, compiled: compileTemplate(template, 'errnos' in row ? row.errnos : undefined) })));

/** What `matchLine` finds, the slow way: every pattern on the line, with nothing that tells where to look. Each row by its real line. */
export function everyPattern(line: LogLine): string[] {
  return rowsIn(line).map(({ seen }) => seen);
}

/** The same, as rows. */
export function rowsIn(line: LogLine) {
  const found = templates.flatMap(({ row, compiled: { pattern, weight } }) => {
    const match = pattern.exec(line.text);
    return match && match[0].length > 0 ? [{ row, weight, start: match.index, end: match.index + match[0].length }] : [];
  });
  found.sort((a, b) => Number('vague' in a.row) - Number('vague' in b.row) || b.weight - a.weight);
  const kept: typeof found = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start).map(({ row }) => row);
}
