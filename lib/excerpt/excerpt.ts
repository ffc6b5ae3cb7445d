import { linesLeftOut } from '../diagnosis/documents/gap';
import { errnoTexts } from '../diagnosis/messages/errno';
import { mayTell, messagePhrases } from '../diagnosis/messages/match';
import { PhraseTable } from '../diagnosis/messages/phrase-table';
import { copied, plainOf, searchable } from './bytes';
import { KeptLines } from './kept-lines';
import { joined } from './joined-lines';
import { isLog, isOrdinaryRecord, tellingPhrases } from './line-rule';

/** What is kept of a log, in bytes: of lines that tell something, and of lines around them or of no known form. */
const limits = { head: 256 * 1024, tail: 768 * 1024 };
/** A longer line is cut at its end, in bytes: columns stay what they are. */
const longestLine = 64 * 1024;
/** Lines kept behind one that tells something: what was done about it. */
const neighbours = 2;

/** A phrase that always tells something: an errno, or what a reader of facts looks for. */
const always = [...Object.values(errnoTexts).flat().filter((text) => text.length >= 8), ...tellingPhrases];
const table = new PhraseTable([...messagePhrases, ...always]);
const nothing = new Uint8Array(0);
const newline = 10;
const carriageReturn = 13;

/** The lines of a log that matter, with true numbers, and how many there were. */
export interface Excerpted {
  /** UTF-8; a run of lines left out is one line (`gapLine`). */
  readonly text: string;
  readonly lines: number;
  readonly leftOut: number;
}

/**
 * Reads a log as it comes, in chunks of any size, and keeps the lines that a diagnosis can use: known messages, errors, what
 * is no ordinary record of a logger, and their neighbours. Memory does not grow with the log; time grows with its length.
 */
export class Excerpt {
  readonly #telling = new KeptLines(limits.head, limits.tail);
  readonly #around = new KeptLines(limits.head, limits.tail);
  /** How many of the next lines are neighbours. */
  #after = 0;
  #lines = 0;
  /** The beginning of a line whose end has not come. */
  #open: Uint8Array = nothing;
  /** The open line was taken already, as far as it is kept. */
  #isCut = false;

  /** Takes the next bytes; they may be changed afterwards. */
  add(given: Uint8Array): void {
    const chunk = searchable(given);
    // The line that was open is closed by itself, so that the chunk is read where it lies.
    const first = this.#open.length > 0 || this.#isCut ? chunk.indexOf(newline) + 1 : 0;
    if (this.#open.length > 0 && first > 0) this.#read(concat(this.#open, chunk.subarray(0, first)), 0, this.#open.length + first);
    else if (first > 0) this.#isCut = false;
    if (first > 0) this.#open = nothing;
    const whole = chunk.lastIndexOf(newline) + 1;
    if (whole > first) this.#read(chunk, first, whole);
    if (this.#isCut) return;
    // Of a line without an end no more is copied than tells that it is too long.
    const from = Math.max(first, whole);
    const rest = chunk.subarray(from, from + longestLine + 1);
    this.#keepOpen(this.#open.length > 0 ? concat(this.#open, rest) : copied(rest, 0, rest.length));
  }

  /** What was kept of all that came. */
  end(): Excerpted {
    if (this.#open.length > 0) this.add(Uint8Array.of(newline));
    const kept = [...this.#telling.lines(), ...this.#around.lines()].sort((a, b) => a.number - b.number);
    return { text: joined(kept, this.#lines), lines: this.#lines, leftOut: this.#lines - kept.length };
  }

  /** A line without an end does not fill the memory: it is taken as far as it is kept, and the rest passes by. */
  #keepOpen(open: Uint8Array): void {
    if (open.length <= longestLine) {
      this.#open = open;
      return;
    }
    this.#read(concat(open.subarray(0, longestLine), Uint8Array.of(newline)), 0, longestLine + 1);
    this.#open = nothing;
    this.#isCut = true;
  }

  /** Reads whole lines from `from` up to `to`. Nothing is made for a line that is not kept: most are not. */
  #read(bytes: Uint8Array, from: number, to: number): void {
    /** The lines that hold phrases, in their order. */
    const hits: { readonly start: number; readonly end: number; readonly phrases: Set<number> }[] = [];
    let last = { start: -1, end: -1, phrases: new Set<number>() };
    table.scan(bytes, from, to, (phrase, at) => {
      // The ends of a line are looked for once: a long line may hold a phrase many times.
      if (at >= last.end) hits.push((last = { start: bytes.lastIndexOf(newline, at) + 1, end: bytes.indexOf(newline, at), phrases: new Set() }));
      last.phrases.add(phrase);
    });
    let next = 0;
    let carriage = bytes.indexOf(carriageReturn, from);
    for (let start = from; start < to; ) {
      const end = bytes.indexOf(newline, start);
      const number = ++this.#lines;
      // Lines end at a lone carriage return too, as in a document.
      for (; carriage >= 0 && carriage < end; carriage = bytes.indexOf(carriageReturn, carriage + 1)) if (carriage < end - 1) this.#lines++;
      const phrases = hits[next]?.start === start ? hits[next++]?.phrases : undefined;
      this.#line(number, bytes, start, end, phrases !== undefined && tells(bytes, start, end, phrases));
      start = end + 1;
    }
  }

  #line(number: number, bytes: Uint8Array, start: number, end: number, isTelling: boolean): void {
    const cut = Math.min(end, start + longestLine);
    if (isTelling) {
      this.#telling.add(number, bytes, start, cut);
      this.#after = neighbours;
    } else if (this.#after > 0 || !isOrdinaryRecord(bytes, start, end)) {
      const leftOut = gapAt(bytes, start, end);
      if (leftOut !== undefined) {
        // What an earlier excerpt left out keeps its numbers, and is told by one gap.
        this.#lines += leftOut - 1;
        return;
      }
      this.#around.add(number, bytes, start, cut);
      this.#after = Math.max(0, this.#after - 1);
    }
  }
}

function tells(bytes: Uint8Array, start: number, end: number, found: ReadonlySet<number>): boolean {
  const phrases = [...found];
  if (phrases.some((phrase) => phrase >= messagePhrases.length)) return true;
  const words = plainOf(bytes, start, Math.min(end, start + longestLine));
  return phrases.some((phrase) => mayTell(phrase, words));
}

/** How many lines a line stands for; `⟦` begins with 0xE2 in UTF-8. */
function gapAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  return bytes[start] === 0xe2 && end - start < 64 ? linesLeftOut(new TextDecoder().decode(bytes.subarray(start, end))) : undefined;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return searchable(both);
}

/** A text shorter than this, in characters, is read whole: that takes no longer than a person notices. */
const smallest = 256 * 1024;

/** The lines of a large log that matter, in place of the log; every other text as it is. */
export function excerptOf(text: string): string {
  const encoder = new TextEncoder();
  if (text.length < smallest || !isLog(encoder.encode(text.slice(0, 64 * 1024)))) return text;
  const excerpt = new Excerpt();
  excerpt.add(encoder.encode(text));
  return excerpt.end().text;
}
