import type { Known, Span } from '../documents/document';
import type { LogLine } from '../documents/log-lines';
import { onceForWords } from '../documents/once';
import { messageRows } from './index';
import type { Hit, MessageRow } from './message';
import { PhraseTable, windowLength } from './phrase-table';
import { plainBytes } from './plain-bytes';
import { compileTemplate, plain, type Compiled, type HoleName } from './template';

/** How much of a long line is handed to a pattern around the literal that was found there (contract.md, limits). */
const before = 512;
const after = 2048;

interface Entry {
  /** Its place among all of them. */
  readonly index: number;
  readonly row: MessageRow;
  readonly compiled: Compiled;
}

const entries: readonly Entry[] = messageRows
  .flatMap((row) => [row.prints].flat().map((template) => ({ row, compiled: compileTemplate(template, 'errnos' in row ? row.errnos : undefined) })))
  .map((entry, index) => ({ index, ...entry }));

/** The phrases that rows are found by, each once, and which rows. */
const byPhrase = new Map<string, Entry[]>();
for (const entry of entries) {
  for (const phrase of entry.compiled.phrases) {
    const rows = byPhrase.get(phrase);
    if (rows) rows.push(entry);
    else byPhrase.set(phrase, [entry]);
  }
}
/** Phrases of the table; a few are too short for it, and looked for in each line. */
export const messagePhrases: readonly string[] = [...byPhrase.keys()].filter((phrase) => phrase.length >= windowLength);
const shortPhrases = [...byPhrase.keys()].filter((phrase) => phrase.length < windowLength);
const table = new PhraseTable(messagePhrases);

/** A message in a text: what it is and where it stands, with each hole that holds something. */
interface Found {
  readonly row: MessageRow;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  readonly holes: readonly { readonly name: HoleName; readonly value: string; readonly start: number; readonly end: number }[];
}

/** So many texts of a document are remembered with what was found in them. */
const remembered = 1024;
const foundIn = onceForWords(findMessages, remembered);

/**
 * The messages in a line, in the order in which they stand there. Where two overlap, the one that says what
 * failed is kept before a vague one, then the one with more words of its own.
 */
export function matchLine(line: LogLine): Hit[] {
  return foundIn(line.text, line.span.document).map(({ row, start, end, holes }) => {
    const values: Partial<Record<HoleName, Known<string>>> = {};
    for (const hole of holes) values[hole.name] = { value: hole.value, span: spanOf(line, hole.start, hole.end) };
    return { row, span: spanOf(line, start, end), values, line };
  });
}

function findMessages(text: string): readonly Found[] {
  const places = candidates(text);
  if (places.size === 0) return [];
  const found: Found[] = [];
  const whole = text.length <= before + after;
  for (const [{ row, compiled }, place] of [...places].sort(([a], [b]) => a.index - b.index)) {
    const from = whole ? 0 : Math.max(0, place - before);
    const match = compiled.pattern.exec(whole ? text : text.slice(from, place + after));
    if (!match || match[0].length === 0) continue;
    const start = from + match.index;
    found.push({ row, start, end: start + match[0].length, weight: compiled.weight, holes: holesOf(match, from) });
  }
  const vague = ({ row }: Found) => Number('vague' in row);
  found.sort((a, b) => vague(a) - vague(b) || b.weight - a.weight);
  const kept: Found[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

/** May a text, as `plain` writes it, hold a message with this phrase of `messagePhrases` that tells of a failure or a step? Says no only where it cannot. */
export function mayTell(phrase: number, words: string): boolean {
  return rowsWith(messagePhrases[phrase] ?? '').some(({ row, compiled }) => !('harmless' in row) && holdsPieces(compiled, words));
}

/** The rows that are found by a phrase. */
function rowsWith(phrase: string): readonly Entry[] {
  return byPhrase.get(phrase) ?? [];
}

function holdsPieces({ pieces }: Compiled, words: string): boolean {
  return pieces.every((piece) => words.includes(piece));
}

/** A pattern is long to try: most rows that share their words with others are told apart by the errno that they end with. */
function hasErrno({ errnos }: Compiled, words: string): boolean {
  return errnos.length === 0 || errnos.some((text) => words.includes(text));
}

/** The rows whose words all stand in a text, each with the first place of the phrase that it was found by. */
function candidates(text: string): Map<Entry, number> {
  const places = new Map<Entry, number>();
  /** Each phrase is looked at once: a line that repeats one must not take the square of its length. */
  const seen = new Set<string>();
  let words: string | undefined;
  const add = (phrase: string, place: number) => {
    if (seen.has(phrase)) return;
    seen.add(phrase);
    words ??= plain(text);
    for (const entry of rowsWith(phrase)) if (!places.has(entry) && hasErrno(entry.compiled, words) && holdsPieces(entry.compiled, words)) places.set(entry, place);
  };
  const { bytes, offsets, length } = plainBytes(text);
  table.scan(bytes, 0, length, (number, at) => add(messagePhrases[number] ?? '', offsets[at] ?? 0));
  const small = text.toLowerCase();
  for (const phrase of shortPhrases) {
    const place = small.indexOf(phrase.trim());
    if (place >= 0) add(phrase, place);
  }
  return places;
}

/** The stretch of the document behind `text[start]` to `text[end]`; never empty, never past the line. */
function spanOf(line: LogLine, start: number, end: number): Span {
  const from = line.rawAt(start);
  const to = Math.min(line.span.end, Math.max(from + 1, line.rawAt(end - 1) + 1));
  return { document: line.span.document, start: from, end: to };
}

function holesOf(match: RegExpExecArray, from: number): Found['holes'] {
  return Object.entries(match.indices?.groups ?? {}).flatMap(([name, place]) => {
    const value = match.groups?.[name];
    return place && value ? [{ name: name as HoleName, value, start: from + place[0], end: from + place[1] }] : [];
  });
}
