import { hasGaps, linesLeftOut } from './gap';

/** One text the user gave, after redaction. Everything that is ever quoted is cut from `text` by a span. */
export interface Document {
  readonly name: string;
  readonly text: string;
  /** Offset of the first character of each line, in UTF-16 units; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
  /** The number of each line, where lines were left out; else a line's number is its index and one. */
  readonly lineNumbers?: readonly number[];
  /** What stood before each line of what was given and is no part of it (`shared-prefix.ts`), and the text with it. */
  readonly prefixed?: { readonly lengths: readonly number[]; readonly text: string };
  /** What readers made of its stretches (`once.ts`); no part of what it says, and not enumerable. */
  readonly made?: Map<object, Map<string, unknown>>;
}

/** A stretch of one document, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
  /** JSON pointer (RFC 6901) of the value that stands there, where the document is a tree. */
  readonly pointer?: string;
}

/** A value and the place it was read from. */
export interface Known<T> {
  readonly value: T;
  readonly span: Span;
}

/** A line and a column, both counted from 1; columns in UTF-16 units, as in SARIF. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a document; lines end at `\n`, `\r\n` or a lone `\r`. */
export function makeDocument(name: string, text: string): Document {
  const lineStarts = lineStartsOf(text);
  const plain = { name, text, lineStarts };
  const document = hasGaps(text) ? { ...plain, lineNumbers: numbersOf(plain) } : plain;
  return withRoom(document);
}

/** The same document without what stands before each of its lines; positions and quotes stay those of what was given. */
export function withoutPrefix(document: Document, lengths: readonly number[]): Document {
  const { name, text, lineStarts } = document;
  const plain = lineStarts.map((start, index) => text.slice(start + (lengths[index] ?? 0), lineStarts[index + 1] ?? text.length)).join('');
  return withRoom({ name, text: plain, lineStarts: lineStartsOf(plain), prefixed: { lengths, text } });
}

function withRoom(document: Document): Document {
  return Object.defineProperty(document, 'made', { value: new Map(), enumerable: false });
}

function lineStartsOf(text: string): number[] {
  const lineStarts = [0];
  let carriage = text.indexOf('\r');
  for (let feed = text.indexOf('\n'); feed >= 0 || carriage >= 0; ) {
    if (carriage >= 0 && (feed < 0 || carriage < feed)) {
      // `\r\n` is one ending.
      if (carriage + 1 !== feed) lineStarts.push(carriage + 1);
      carriage = text.indexOf('\r', carriage + 1);
    } else {
      lineStarts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return lineStarts;
}

function numbersOf(document: Document): number[] {
  let number = 0;
  return document.lineStarts.map((_, index) => {
    const before = number + 1;
    number += linesLeftOut(quote(lineSpan(document, index))) ?? 1;
    return before;
  });
}

/** How many lines the text has, those left out too; an ending at the very end begins no new line. */
export function lineCount({ text, lineStarts, lineNumbers }: Document): number {
  if (text === '') return 0;
  const last = lineStarts.length - 1;
  const behind = (lineStarts[last] ?? 0) >= text.length ? 1 : 0;
  return (lineNumbers?.[last] ?? last + 1) - behind;
}

/** The index in `lineStarts` of the line that holds `offset`. */
export function lineIndexAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((document.lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where `offset` stands, as a person counts. */
export function positionAt(document: Document, offset: number): Position {
  const line = lineIndexAt(document, offset);
  return { line: document.lineNumbers?.[line] ?? line + 1, column: offset - (document.lineStarts[line] ?? 0) + (document.prefixed?.lengths[line] ?? 0) + 1 };
}

/** The text under a span, cut from its document. */
export function quote(span: Span): string {
  return span.document.text.slice(span.start, span.end);
}

/** The whole text of a document, with what stood before its lines. */
export function textAsGiven({ text, prefixed }: Document): string {
  return prefixed?.text ?? text;
}

/** The text under a span as it was given, with what stands before the lines that it goes on to. */
export function quoteAsGiven(span: Span): string {
  const { document, start, end } = span;
  if (!document.prefixed) return quote(span);
  const { lengths, text } = document.prefixed;
  const given = (offset: number) => offset + lengths.slice(0, lineIndexAt(document, offset) + 1).reduce((sum, length) => sum + length, 0);
  // An end at the beginning of a line is that of the line before.
  return text.slice(given(start), end > start ? given(end - 1) + 1 : given(end));
}

/** The span of one line (index from 0), without its line ending. */
export function lineSpan(document: Document, index: number): Span {
  const start = document.lineStarts[index] ?? document.text.length;
  const next = document.lineStarts[index + 1] ?? document.text.length;
  let end = next;
  while (end > start && isEnding(document.text.charCodeAt(end - 1))) end--;
  return { document, start, end };
}

function isEnding(unit: number): boolean {
  return unit === 10 || unit === 13;
}
