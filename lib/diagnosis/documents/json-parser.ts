import type { Document, Known, Span } from './document';
import type { JsonNode, ObjectNode, Trouble, TroubleKind } from './json';
import { decodeString } from './json-string';

/** Deeper nesting is refused before anything is read (contract.md, limits). */
const deepest = 64;

interface Parsed {
  readonly root?: JsonNode;
  readonly trouble: readonly Trouble[];
}

/** Parses the first value of a region; recovers from what people get wrong. */
export function parseJson(region: Span): Parsed {
  const tooDeep = firstTooDeep(region);
  if (tooDeep) return { trouble: [{ kind: 'too-deep', span: tooDeep, expected: `${deepest}` }] };
  return new Parser(region).parse();
}

/** Where nesting passes the limit, found without recursion. */
function firstTooDeep({ document, start, end }: Span): Span | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < end; at++) {
    const unit = document.text.charCodeAt(at);
    if (unit === 92 /* \ */ && inString) at++;
    else if (unit === 34 /* " */) inString = !inString;
    // A line break ends what cannot be a string: an unclosed quote must not hide the rest.
    else if (unit === 10 && inString) inString = false;
    else if (inString) continue;
    else if (unit === 91 || unit === 123) {
      depth++;
      if (depth > deepest) return { document, start: at, end: at + 1 };
    } else if (unit === 93 || unit === 125) {
      depth--;
      // The first value has ended; what stands behind it is not read.
      if (depth <= 0) return undefined;
    }
  }
  return undefined;
}

/** A key as a part of a JSON pointer (RFC 6901, 4). */
function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}

class Parser {
  readonly #document: Document;
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #depth = 0;
  #tooDeep: Span | undefined;
  readonly #trouble: Trouble[] = [];

  constructor(region: Span) {
    this.#document = region.document;
    this.#text = region.document.text;
    this.#at = region.start;
    this.#end = region.end;
  }

  parse(): Parsed {
    if (this.#text[this.#at] === '\uFEFF') {
      this.#complain('bom', this.#at, this.#at + 1, undefined, '');
      this.#at++;
    }
    this.#skipBlanks();
    if (this.#at >= this.#end) {
      this.#complain('empty', Math.max(0, this.#at - 1), this.#at, '{');
      return { trouble: this.#trouble };
    }
    const root = this.#isBare() ? this.#bare() : this.#value('');
    if (this.#tooDeep) return { trouble: [{ kind: 'too-deep', span: this.#tooDeep, expected: `${deepest}` }] };
    this.#skipBlanks();
    if (root && this.#at < this.#end) this.#complain('trailing-text', this.#at, this.#end);
    return { ...(root ? { root } : {}), trouble: this.#trouble };
  }

  /** Does a member stand here, without the braces of the object it was cut from? */
  #isBare(): boolean {
    return /^"[^"\\\n]{1,64}"\s{0,16}:/.test(this.#text.slice(this.#at, Math.min(this.#end, this.#at + 128)));
  }

  /** Members as they were cut from an object; what stands behind the last one is no part of them. */
  #bare(): ObjectNode {
    const start = this.#at;
    const members: { key: Known<string>; value: JsonNode }[] = [];
    let end = start;
    while (this.#at < this.#end && this.#isBare()) {
      const key = this.#key();
      this.#skipBlanks();
      this.#at++;
      this.#skipBlanks();
      const value = key && this.#value(`/${escaped(key.value)}`);
      if (!value) break;
      members.push({ key, value });
      end = this.#at;
      this.#skipBlanks();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
      this.#skipBlanks();
    }
    this.#at = this.#end;
    return { kind: 'object', span: this.#span(start, end, ''), members };
  }

  #value(pointer: string): JsonNode | undefined {
    const start = this.#at;
    const first = this.#text[start];
    if (first === '{' || first === '[') return this.#nested(pointer);
    if (first === '"') return this.#string(pointer);
    const word = this.#word();
    if (word === '') return undefined;
    const span = this.#span(start, this.#at, pointer);
    if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return { kind: 'number', span, text: word };
    if (word === 'true' || word === 'false') return { kind: 'literal', span, value: word === 'true' };
    if (word === 'null') return { kind: 'literal', span, value: null };
    this.#complain('syntax', start, this.#at, 'a value');
    // A number in another notation (hex, a leading zero) is kept as written: it is none for Go.
    return /^[-+.\d]/.test(word) ? { kind: 'number', span, text: word } : { kind: 'string', span, value: word };
  }

  /** Counts again: a quote or a bracket inside a comment misleads the count without recursion. */
  #nested(pointer: string): JsonNode | undefined {
    if (this.#depth === deepest) {
      this.#tooDeep ??= this.#span(this.#at, this.#at + 1);
      this.#at = this.#end;
      return undefined;
    }
    this.#depth++;
    const node = this.#text[this.#at] === '{' ? this.#object(pointer) : this.#array(pointer);
    this.#depth--;
    return node;
  }

  #object(pointer: string): ObjectNode {
    const start = this.#at++;
    const members: { key: Known<string>; value: JsonNode }[] = [];
    const seen = new Map<string, string>();
    this.#list('}', start, () => {
      const key = this.#key();
      if (!key) return false;
      this.#skipBlanks();
      if (this.#text[this.#at] === ':') this.#at++;
      else this.#complain('syntax', this.#at, this.#at, ':', ':');
      this.#skipBlanks();
      const before = this.#at;
      const value = this.#value(`${pointer}/${escaped(key.value)}`);
      if (!value) {
        this.#complain('syntax', before, before, 'a value');
        return true;
      }
      this.#noteRepeated(seen, key);
      members.push({ key, value });
      return true;
    });
    return { kind: 'object', span: this.#span(start, this.#at, pointer), members };
  }

  #noteRepeated(seen: Map<string, string>, key: Known<string>): void {
    const folded = key.value.toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined) this.#trouble.push({ kind: earlier === key.value ? 'duplicate-key' : 'key-case', span: key.span });
    seen.set(folded, key.value);
  }

  #array(pointer: string): JsonNode {
    const start = this.#at++;
    const elements: JsonNode[] = [];
    this.#list(']', start, () => {
      const value = this.#value(`${pointer}/${elements.length}`);
      if (value) elements.push(value);
      return value !== undefined;
    });
    return { kind: 'array', span: this.#span(start, this.#at, pointer), elements };
  }

  /** Reads parts up to the closing bracket; `part` says whether it read anything. */
  #list(close: '}' | ']', opened: number, part: () => boolean): void {
    let afterPart = -1;
    let comma = -1;
    for (;;) {
      this.#skipBlanks();
      const next = this.#text[this.#at];
      if (this.#at >= this.#end) return this.#unclosed(close, opened);
      if (next === close) {
        if (comma >= 0) this.#complain('syntax', comma, comma + 1, close, '');
        this.#at++;
        return;
      }
      if (next === ',') {
        if (comma >= 0 || afterPart < 0) this.#complain('syntax', this.#at, this.#at + 1, 'a value', '');
        comma = this.#at++;
        continue;
      }
      if (next === '}' || next === ']') {
        // The other bracket: close here and let the outer list take it.
        this.#complain('syntax', this.#at, this.#at + 1, close, close);
        return;
      }
      if (afterPart >= 0 && comma < 0) {
        const place = this.#span(afterPart, afterPart);
        this.#trouble.push({ kind: 'syntax', span: this.#span(this.#at, this.#at + 1), expected: ',', edit: { span: place, text: ',' } });
      }
      const before = this.#at;
      if (!part() && this.#at === before) this.#skipOne();
      afterPart = this.#at;
      comma = -1;
    }
  }

  #unclosed(close: string, opened: number): void {
    const end = this.#span(this.#end, this.#end);
    this.#trouble.push({ kind: 'syntax', span: this.#span(opened, opened + 1), expected: close, edit: { span: end, text: close } });
  }

  #skipOne(): void {
    this.#complain('syntax', this.#at, this.#at + 1, 'a value');
    this.#at++;
  }

  #key(): Known<string> | undefined {
    const start = this.#at;
    if (this.#text[start] === '"') {
      const key = this.#string('');
      return { value: key.value, span: this.#span(start, this.#at) };
    }
    const word = this.#word();
    if (word === '') return undefined;
    this.#complain('syntax', start, this.#at, '"', `"${word.replace(/^'|'$/g, '')}"`);
    return { value: word.replace(/^'|'$/g, ''), span: this.#span(start, this.#at) };
  }

  #string(pointer: string): { kind: 'string'; span: Span; value: string } {
    const start = this.#at++;
    for (; this.#at < this.#end; this.#at++) {
      const unit = this.#text.charCodeAt(this.#at);
      if (unit === 92) this.#at++;
      else if (unit === 34 || unit === 10 || unit === 13) break;
    }
    this.#at = Math.min(this.#at, this.#end);
    const raw = this.#text.slice(start + 1, this.#at);
    if (this.#text[this.#at] === '"' && this.#at < this.#end) this.#at++;
    else this.#complain('syntax', start, this.#at, '"', undefined);
    const { value, wrong } = decodeString(raw);
    if (wrong !== undefined) this.#complain('syntax', start + 1 + wrong, start + 2 + wrong, 'an escape');
    return { kind: 'string', span: this.#span(start, this.#at, pointer), value };
  }

  /** A run of characters that ends a bare word; single quotes hold one together. */
  #word(): string {
    const start = this.#at;
    if (this.#text[this.#at] === "'") {
      const close = this.#text.slice(this.#at + 1, Math.min(this.#end, this.#at + 4096)).search(/['\n]/);
      if (close >= 0) this.#at += close + 2;
    }
    while (this.#at < this.#end && !/[\s,:{}[\]"]/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  /** Blanks, and comments: JSON has none, people write them. */
  #skipBlanks(): void {
    for (;;) {
      while (this.#at < this.#end && isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
      if (this.#text[this.#at] !== '/') return;
      const two = this.#text.slice(this.#at, Math.min(this.#at + 2, this.#end));
      if (two !== '//' && two !== '/*') return;
      const start = this.#at;
      const found = this.#text.indexOf(two === '//' ? '\n' : '*/', start + 2);
      this.#at = found < 0 || found >= this.#end ? this.#end : found + (two === '//' ? 0 : 2);
      this.#complain('syntax', start, this.#at, 'no comment', '');
    }
  }

  #span(start: number, end: number, pointer?: string): Span {
    const document = this.#document;
    return pointer === undefined ? { document, start, end } : { document, start, end, pointer };
  }

  #complain(kind: TroubleKind, start: number, end: number, expected?: string, mended?: string): void {
    const span = this.#span(start, Math.min(Math.max(end, start), this.#end));
    const edit = mended === undefined ? undefined : { span, text: mended };
    this.#trouble.push({ kind, span, ...(expected === undefined ? {} : { expected }), ...(edit ? { edit } : {}) });
  }
}
