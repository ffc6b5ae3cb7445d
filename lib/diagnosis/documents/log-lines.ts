import type { Span } from './document';
import { findDressing, type Dressing, type Level } from './log-dressing';
import { unquoteBytes } from './journal-bytes';
import { once } from './once';
import { linesOf } from './region-lines';
import { unquote, type Unquoted } from './unquote';

export type { Level } from './log-dressing';

/** One line of output, undressed and unquoted. */
export interface LogLine {
  /** The raw line without its ending. */
  readonly span: Span;
  /** What the program said: without journald, klog, logrus, CRI or CI dressing, and unquoted to any depth. */
  readonly text: string;
  readonly level?: Level;
  /** As written. */
  readonly time?: string;
  /** The program, where the dressing names it (journald) or the text begins with its name (`ctr: …`). */
  readonly by?: string;
  /** The offset in the document of `text[index]`; monotone. */
  rawAt(index: number): number;
}

/** The lines of a region, empty ones too. Never throws; linear in the length of the text. Several readers go through them: they are undressed once. */
export const readLogLines: (region: Span) => readonly LogLine[] = once((region) => linesOf(region).map(({ text, span }) => readLogLine(text, span)));

/** String members of a JSON log object that hold what was said, in any of the formats (log-formats: 1, 2, 3, 7, 8); `cause` is of Cloud Foundry and Concourse (lager). */
const saidMember = /"(msg|error|err|message|MESSAGE|log|cause)"\s*:\s*"((?:[^"\\]|\\.)*)"/g;
const levelMember = /"level"\s*:\s*"(\w{1,12})"/;
const timeMember = /"(?:time|ts|timestamp|__REALTIME_TIMESTAMP)"\s*:\s*"?([^",}]{1,40})/;
const identMember = /"SYSLOG_IDENTIFIER"\s*:\s*"([^"]{1,64})"/;

/** Undresses one line; `raw` has as many characters as the span. What was said stands in the ranges, where some are given. */
export function readLogLine(raw: string, span: Span, ranges = saidRanges(raw)): LogLine {
  const unquoted = unquoteBytes(raw) ?? unquote(raw, ranges);
  const dressing = findDressing(unquoted.text);
  const json = unquoted.isWhole ? {} : jsonDressing(raw);
  const text = unquoted.text.slice(dressing.length);
  const level = dressing.level ?? json.level;
  const time = dressing.time ?? json.time;
  const by = dressing.by ?? json.by ?? /^([\w-]{2,32})(?:\[\d+\])?: /.exec(text)?.[1];
  return {
    span,
    text,
    ...(level ? { level } : {}),
    ...(time ? { time } : {}),
    ...(by ? { by } : {}),
    rawAt: (index) => span.start + rawOffset(unquoted, index + dressing.length, raw.length),
  };
}

function saidRanges(raw: string): { start: number; end: number }[] | undefined {
  if (!/^\s*\{/.test(raw)) return undefined;
  const ranges = [...raw.matchAll(saidMember)].map((match) => {
    const end = match.index + match[0].length - 1;
    return { start: end - (match[2]?.length ?? 0), end };
  });
  return ranges.length > 0 ? ranges : undefined;
}

function jsonDressing(raw: string): Partial<Dressing> {
  const level = levelMember.exec(raw)?.[1];
  const time = timeMember.exec(raw)?.[1];
  const by = identMember.exec(raw)?.[1];
  const known = level === undefined ? undefined : levelOf(level);
  return { ...(known ? { level: known } : {}), ...(time ? { time } : {}), ...(by ? { by } : {}) };
}

function levelOf(word: string): Level | undefined {
  return (['debug', 'info', 'warning', 'error', 'fatal'] as const).find((level) => level.startsWith(word.toLowerCase().slice(0, 4)));
}

/** Offset in the raw line of a place in the text, by binary search over the pieces. */
function rawOffset({ pieces }: Unquoted, index: number, length: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.text ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return Math.min(index, length);
  const next = pieces[low + 1]?.raw ?? length;
  return Math.min(piece.raw + Math.max(0, index - piece.text), next);
}
