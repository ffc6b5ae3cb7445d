import type { Span } from './document';
import type { Member } from './members';
import { linesOf } from './region-lines';

const key = String.raw`(?:"[^"]{0,256}"|'[^']{0,256}'|[\w-]{1,256})`;
const keys = String.raw`${key}(?:\s{0,8}\.\s{0,8}${key}){0,15}`;
const header = new RegExp(String.raw`^\s*(\[{1,2})\s*(${keys})\s*\]{1,2}\s*(?:#.*)?$`);
const setting = new RegExp(String.raw`^\s*(${keys})\s*=\s*`);
const part = new RegExp(key, 'g');
const scalar = /"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s,[\]{}"'#][^,\]}#]*/y;

/** Reads the scalars of TOML as containerd and CRI-O write it; a list may go over several lines. Never throws. */
export function readToml(region: Span): Member[] {
  const members: Member[] = [];
  const entries = new Map<string, number>();
  let table: readonly string[] = [];
  let list: { readonly path: readonly string[]; next: number } | undefined;
  let closing: string | undefined;
  for (const line of linesOf(region)) {
    const text = line.text.slice(0, 8192);
    const place = (start: number, end: number): Span => ({ document: line.span.document, start: line.span.start + start, end: line.span.start + end });
    const put = (path: readonly string[], value: string, start: number, end: number, from: number) =>
      members.push({ path, value: { value, span: place(start, end) }, span: place(from, end) });
    // A text of several lines is no setting, whatever stands in it.
    if (closing !== undefined) {
      if (text.includes(closing)) closing = undefined;
      continue;
    }
    if (list) {
      list.next += readList(text, 0, (value, start, end, index) => put([...(list?.path ?? []), String((list?.next ?? 0) + index)], value, start, end, start));
      if (/^\s*\](?:\s|$)|[^[\s]\s*\]\s*(?:#.*)?$/.test(text)) list = undefined;
      continue;
    }
    const opened = header.exec(text);
    if (opened) {
      const path = partsOf(opened[2] ?? '');
      const name = path.join('\n');
      const entry = opened[1] === '[[' ? (entries.get(name) ?? -1) + 1 : undefined;
      if (entry !== undefined) entries.set(name, entry);
      table = entry === undefined ? path : [...path, String(entry)];
      continue;
    }
    const set = setting.exec(text);
    if (!set) continue;
    const path = [...table, ...partsOf(set[1] ?? '')];
    const [at, from] = [set[0].length, text.search(/\S/)];
    const block = /^(?:"""|''')/.exec(text.slice(at))?.[0];
    if (block) closing = text.includes(block, at + 3) ? undefined : block;
    else if (text[at] === '[') {
      const read = readList(text, at + 1, (value, start, end, index) => put([...path, String(index)], value, start, end, from));
      if (!/\]\s*(?:#.*)?$/.test(text)) list = { path, next: read };
    } else if (text[at] !== '{') {
      scalar.lastIndex = at;
      const found = scalar.exec(text);
      if (found) put(path, meant(found), at, at + found[0].trimEnd().length, from);
    }
  }
  return members;
}

function partsOf(name: string): string[] {
  return (name.match(part) ?? []).map((one) => one.replace(/^["']|["']$/g, ''));
}

function meant(found: RegExpExecArray): string {
  if (found[1] !== undefined) return found[1].replace(/\\(["\\])/g, '$1');
  return found[2] ?? found[0].trimEnd();
}

/** The scalars of a list on one line; how many there are. */
function readList(text: string, from: number, put: (value: string, start: number, end: number, index: number) => void): number {
  let count = 0;
  for (let at = from; at < text.length; ) {
    scalar.lastIndex = at;
    const found = scalar.exec(text);
    if (found) put(meant(found), at, at + found[0].trimEnd().length, count++);
    else if (text[at] === '#' || text[at] === ']') break;
    at = found ? scalar.lastIndex : at + 1;
  }
  return count;
}
