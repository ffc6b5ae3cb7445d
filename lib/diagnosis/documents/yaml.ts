import type { Span } from './document';
import type { Member } from './members';
import { linesOf, type RegionLine } from './region-lines';

/** A key or a dash that the lines below may belong to. */
interface Frame {
  readonly indent: number;
  readonly part: string;
  /** A dash: the number of the entry. */
  readonly entry?: number;
}

/** Deeper members are not looked for; it bounds the work for each line. */
const deepest = 32;

const keyed = /^(?:"((?:[^"\\]|\\.){0,256})"|'([^']{0,256})'|([^\s"'#&*!|>{}[\],:%@`-][^\s:{}[\]]{0,255}|-[^\s:]{1,255})):(?=\s|$)\s*/;
const blockMark = /^[|>][+-]?\d?[+-]?\s*(?:#.*)?$/;

/**
 * Reads the scalars of indented YAML, one list for each document: keys, lists, quoted words, one-line `{…}` and `[…]`.
 * A block of text (`|`, `>`) that holds a manifest itself, as in a ConfigMap, is a document of its own. Never throws.
 */
export function readYaml(region: Span): Member[][] {
  return readLines(linesOf(region), true);
}

function readLines(lines: readonly RegionLine[], nested: boolean): Member[][] {
  const documents: Member[][] = [[]];
  const inner: Member[][] = [];
  let frames: Frame[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    const text = line.text.slice(0, 4096).trimEnd();
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(text)) {
      documents.push([]);
      frames = [];
    }
    const read = readLine(line, text, frames, documents.at(-1) ?? []);
    frames = read.frames;
    if (read.block === undefined) continue;
    const end = endOfBlock(lines, index + 1, read.block);
    const block = lines.slice(index + 1, end);
    const first = block.find((one) => one.text.trim() !== '');
    if (first) {
      const span = trimmedSpan(first);
      documents.at(-1)?.push({ path: frames.map(({ part }) => part), value: { value: first.text.trim(), span }, span });
    }
    if (nested && block.some((one) => /^\s*(?:apiVersion|kind):\s/.test(one.text.slice(0, 256)))) inner.push(...readLines(block, false));
    index = end - 1;
  }
  return [...documents, ...inner].filter((members) => members.length > 0);
}

/** A block of text goes on as long as lines are blank or indented further than its key. */
function endOfBlock(lines: readonly RegionLine[], from: number, indent: number): number {
  let end = from;
  while (end < lines.length) {
    const text = lines[end]?.text ?? '';
    const first = text.search(/\S/);
    if (first >= 0 && first <= indent) break;
    end++;
  }
  return end;
}

interface Read {
  readonly frames: Frame[];
  /** The indent of the key whose block of text begins below. */
  readonly block?: number;
}

function readLine(line: RegionLine, text: string, before: Frame[], members: Member[]): Read {
  let frames = before;
  let at = text.search(/\S/);
  if (at < 0 || text[at] === '#') return { frames };
  const path = (last: readonly string[] = []) => [...frames.map(({ part }) => part), ...last];
  // Entries of lists, also one within another: `- - a`.
  for (let dash = /^-(\s+|$)/.exec(text.slice(at)); dash; dash = /^-(\s+|$)/.exec(text.slice(at))) {
    const same = frames.findLast(({ indent, entry }) => indent === at && entry !== undefined)?.entry;
    const column = at;
    frames = frames.filter(({ indent, entry }) => indent < column || (indent === column && entry === undefined));
    if (frames.length >= deepest) return { frames };
    frames.push({ indent: column, part: String((same ?? -1) + 1), entry: (same ?? -1) + 1 });
    at += dash[0].length;
    if (at >= text.length) return { frames };
  }
  const start = at;
  const key = keyed.exec(text.slice(at));
  const put = (value: Scalar, last: readonly string[], from: number) => {
    const place = (first: number, end: number): Span => ({ document: line.span.document, start: line.span.start + first, end: line.span.start + end });
    members.push({ path: path(last), value: { value: value.value, span: place(value.start, value.end) }, span: place(from, value.end) });
  };
  if (!key) {
    if (blockMark.test(text.slice(at)) && frames.at(-1)?.entry !== undefined) return { frames, block: frames.at(-1)?.indent ?? 0 };
    if (frames.at(-1)?.entry !== undefined && start > (frames.at(-1)?.indent ?? 0)) putValue(text, start, start, [], put);
    return { frames };
  }
  frames = frames.filter(({ indent }) => indent < start);
  if (frames.length >= deepest) return { frames };
  const name = key[1] ?? key[2] ?? key[3] ?? '';
  at += key[0].length;
  // An anchor or a tag before the value.
  at += /^(?:[&!][^\s]{0,128}\s+){0,2}/.exec(text.slice(at))?.[0].length ?? 0;
  const rest = text.slice(at);
  const here = [...frames, { indent: start, part: name }];
  if (rest === '' || rest.startsWith('#')) return { frames: here };
  if (blockMark.test(rest)) return { frames: here, block: start };
  putValue(text, at, start, [name], put);
  return { frames: here };
}

interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type Put = (value: Scalar, last: readonly string[], from: number) => void;

/** A value on the line of its key: a scalar, or the scalars of a list or a mapping in brackets. */
function putValue(text: string, at: number, from: number, last: readonly string[], put: Put): void {
  const opening = text[at];
  if (opening === '[' || opening === '{') {
    let entry = 0;
    const inside = /(?:["']?([\w./-]{1,256})["']?:\s+)?("[^"]{0,1024}"|'[^']{0,1024}'|[^\s,{}[\]"'][^,{}[\]]{0,1024})/g;
    inside.lastIndex = at;
    for (let found = inside.exec(text); found; found = inside.exec(text)) {
      const word = found[2] ?? '';
      const start = found.index + found[0].length - word.length;
      const scalar = scalarAt(text.slice(0, start + word.trimEnd().length), start);
      if (scalar.value !== '' && !word.startsWith('#')) put(scalar, [...last, found[1] ?? String(entry++)], found.index);
    }
    return;
  }
  put(scalarAt(text, at), last, from);
}

function scalarAt(text: string, start: number): Scalar {
  const rest = text.slice(start);
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(rest);
  if (quoted) {
    const value = quoted[1] === undefined ? (quoted[2] ?? '').replaceAll("''", "'") : quoted[1].replace(/\\(["\\/])/g, '$1');
    return { value, start, end: start + quoted[0].length };
  }
  const comment = rest.search(/\s#/);
  const plain = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return { value: plain, start, end: start + plain.length };
}

function trimmedSpan({ text, span }: RegionLine): Span {
  const start = span.start + Math.max(0, text.search(/\S/));
  return { document: span.document, start, end: start + text.trim().length };
}
