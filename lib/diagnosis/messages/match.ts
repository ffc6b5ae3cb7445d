import type { Known, Span } from '../documents/document';
import type { LogLine } from '../documents/log-lines';
import { messageRows } from './index';
import type { Hit, MessageRow } from './message';
import { compileTemplate, type Compiled, type HoleName } from './template';

/** How much of a long line is handed to a pattern around the literal that was found there (contract.md, limits). */
const before = 512;
const after = 2048;

interface Entry extends Compiled {
  readonly row: MessageRow;
}

const entries: readonly Entry[] = messageRows.flatMap((row) =>
  [row.prints].flat().map((template) => ({ row, ...compileTemplate(template, 'errnos' in row ? row.errnos : undefined) })),
);

const byLiteral = new Map<string, Entry[]>();
for (const entry of entries) byLiteral.set(entry.literal, [...(byLiteral.get(entry.literal) ?? []), entry]);
const literals = [...byLiteral.keys()];

/** One pass over the line tells whether any literal is there at all. */
const anyLiteral = new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|'), 'i');

/**
 * The messages in a line, in the order in which they stand there. Where two overlap, the one that says what
 * failed is kept before a vague one, then the one with more words of its own.
 */
export function matchLine(line: LogLine): Hit[] {
  if (!anyLiteral.test(line.text)) return [];
  const text = line.text.toLowerCase();
  const found: { hit: Hit; start: number; end: number; weight: number }[] = [];
  for (const literal of literals) {
    const place = text.indexOf(literal);
    if (place < 0) continue;
    const whole = text.length <= before + after;
    const from = whole ? 0 : Math.max(0, place - before);
    const window = whole ? line.text : line.text.slice(from, place + after);
    for (const entry of byLiteral.get(literal) ?? []) {
      const match = entry.pattern.exec(window);
      if (!match || match[0].length === 0) continue;
      const start = from + match.index;
      const end = start + match[0].length;
      found.push({ hit: { row: entry.row, span: spanOf(line, start, end), values: valuesOf(line, match, from), line }, start, end, weight: entry.weight });
    }
  }
  const vague = ({ hit }: (typeof found)[number]) => Number('vague' in hit.row);
  found.sort((a, b) => vague(a) - vague(b) || b.weight - a.weight);
  const kept: typeof found = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start).map((one) => one.hit);
}

/** The stretch of the document behind `text[start]` to `text[end]`; never empty, never past the line. */
function spanOf(line: LogLine, start: number, end: number): Span {
  const from = line.rawAt(start);
  const to = Math.min(line.span.end, Math.max(from + 1, line.rawAt(end - 1) + 1));
  return { document: line.span.document, start: from, end: to };
}

function valuesOf(line: LogLine, match: RegExpExecArray, from: number): Hit['values'] {
  const values: Partial<Record<HoleName, Known<string>>> = {};
  for (const [name, place] of Object.entries(match.indices?.groups ?? {})) {
    const value = match.groups?.[name];
    if (!place || !value) continue;
    values[name as HoleName] = { value, span: spanOf(line, from + place[0], from + place[1]) };
  }
  return values;
}
