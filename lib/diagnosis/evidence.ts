import type { Mark } from './cause';
import { lineIndexAt, lineSpan, positionAt, quoteAsGiven, type Span } from './documents/document';
import type { Evidence } from './report';

/** A quote shows what matters, not a file: more than this is cut at the end of a line. */
const longestQuote = { lines: 12, characters: 2000 };

/** Cuts the quote of a mark from its document; a quote is never empty. */
export function evidenceOf({ span, says }: Mark): Evidence {
  const shown = cut(span);
  const start = positionAt(shown.document, shown.start);
  const end = positionAt(shown.document, shown.end);
  return {
    document: shown.document.name,
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...(span.pointer === undefined ? {} : { pointer: span.pointer }),
    quote: quoteAsGiven(shown),
    says,
  };
}

function cut(span: Span): Span {
  const { document } = span;
  const lastLine = lineSpan(document, lineIndexAt(document, span.start) + longestQuote.lines - 1);
  const end = Math.min(span.end, Math.max(lastLine.end, span.start), span.start + longestQuote.characters);
  const shown = { ...span, end };
  return document.text.slice(span.start, end).trim() === '' ? nearestText(document, span.start) : shown;
}

/** The first line with text at or after an offset, else the last one before it. */
function nearestText(document: Span['document'], offset: number): Span {
  const at = lineIndexAt(document, offset);
  const lines = document.lineStarts.length;
  for (let distance = 0; distance < lines; distance++) {
    for (const index of [at + distance, at - distance]) {
      if (index < 0 || index >= lines) continue;
      const line = lineSpan(document, index);
      if (document.text.slice(line.start, line.end).trim() !== '') return line;
    }
  }
  return { document, start: 0, end: document.text.length };
}
