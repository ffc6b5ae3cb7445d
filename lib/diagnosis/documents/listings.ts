import type { Known, Span } from './document';
import type { Region } from './region';
import { linesOf, type RegionLine } from './region-lines';

export interface FileEntry {
  /** Absolute where the command, a heading or the prompt tells the directory; else as shown. */
  readonly path: Known<string>;
  readonly absolute: boolean;
  readonly type: 'directory' | 'file' | 'symlink' | 'device' | 'socket' | 'fifo' | 'unknown';
  /** Permission bits with setuid, setgid and sticky, e.g. 0o755. */
  readonly mode?: number;
  readonly owner?: { readonly uid?: number; readonly name?: string };
  readonly group?: { readonly gid?: number; readonly name?: string };
  readonly acl: boolean;
  readonly target?: string;
  /** The listing says that there is no such file. */
  readonly missing?: boolean;
  /** The whole line. */
  readonly span: Span;
}

interface Place {
  /** The directory that names without a slash belong to. */
  directory: string | undefined;
  /** namei: the path walked so far. */
  walked: string | undefined;
  /** stat: the file whose lines follow. */
  file: Known<string> | undefined;
}

/** Reads `ls -l` in its forms, `stat` (default and `-c '%u:%g %a %n'`) and `namei -l`. Never throws. */
export function readListing(region: Region): FileEntry[] {
  const place: Place = { directory: baseOf(region), walked: undefined, file: undefined };
  return linesOf(region).flatMap((line) => readLine(line, place, region) ?? []);
}

/** Directories that were listed with all their entries: what such a listing lacks is not there. */
export function listedWhole(region: Region): Known<string>[] {
  const lines = linesOf(region);
  const whole: Known<string>[] = [];
  let heading = baseOf(region);
  for (const line of lines) {
    const text = line.text.trim();
    const named = /^(\/[^:]*|\.[^:]*):$/.exec(text)?.[1];
    if (named) heading = named;
    // `ls -l` prints the count of blocks before the entries of a directory, and only then.
    else if (/^total \d+$/.test(text) && heading?.startsWith('/')) whole.push({ value: trimmed(heading), span: region });
  }
  return whole;
}

/** The directory that an `ls` without headings shows: its single operand, else the working directory. */
function baseOf({ command }: Region): string | undefined {
  if (!command) return undefined;
  const { text, directory } = command.value;
  const words = text.split(/\s+/).slice(1).filter((word) => !word.startsWith('-') && !/[|>&;]/.test(word));
  const [only] = words;
  if (!/(?:^|\s)ls\s/.test(`${text} `) || words.length > 1) return absoluteOf(directory);
  if (only === undefined) return absoluteOf(directory);
  // `ls -ld DIR` shows the directory itself, with its whole name.
  if (only.startsWith('/')) return / -\w*d/.test(text) ? absoluteOf(directory) : trimmed(only);
  const base = absoluteOf(directory);
  if (/ -\w*d/.test(text)) return base;
  return base === undefined ? undefined : join(base, only);
}

function absoluteOf(directory: string | undefined): string | undefined {
  return directory?.startsWith('/') ? directory : undefined;
}

function join(base: string, name: string): string {
  const clean = name.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  return clean === '' || clean === '.' ? base : trimmed(`${base}/${clean}`);
}

function trimmed(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
}

const longEntry = /^\s*([-dlbcps])([-rwxsStT]{9})([.+@]?)\s+(\S.*)$/;
const missingEntry = /^(?:ls: cannot access|stat: cannot statx?|namei: failed to stat:?|ls:)\s+['"]?([^'":]{1,4096})['"]?: No such file or directory$/i;

function readLine({ text: whole, span: line }: RegionLine, place: Place, region: Region): FileEntry | undefined {
  const text = whole.slice(0, 8192).trimEnd();
  const heading = /^(?:f: )?(\/[^:]*|\.{1,2}[^:]*|[\w.-]+):?$/.exec(text.trim());
  if (text.startsWith('f: ')) {
    place.walked = '';
    return undefined;
  }
  if (heading?.[1] && text.trim().endsWith(':')) {
    place.directory = heading[1].startsWith('/') ? trimmed(heading[1]) : place.directory && join(place.directory, heading[1]);
    place.walked = undefined;
    return undefined;
  }
  const gone = missingEntry.exec(text.trim())?.[1];
  if (gone) return entry(gone, line, place, { type: 'unknown', acl: false, missing: true });
  const long = longEntry.exec(text);
  if (long) return place.walked === undefined ? readLong(long, line, place) : readNamei(long, line, place);
  return readStat(text, line, place, region);
}

type Told = Omit<FileEntry, 'path' | 'absolute' | 'span'>;

function entry(name: string, line: Span, place: Place, told: Told): FileEntry {
  const path = name.startsWith('/') ? trimmed(name) : place.directory ? join(place.directory, name) : name;
  const at = line.document.text.indexOf(name, line.start);
  const found = at >= 0 && at + name.length <= line.end;
  const span = found ? { document: line.document, start: at, end: at + name.length } : line;
  return { path: { value: path, span }, absolute: path.startsWith('/'), span: line, ...told };
}

const types: Readonly<Record<string, FileEntry['type']>> = {
  '-': 'file', d: 'directory', l: 'symlink', b: 'device', c: 'device', p: 'fifo', s: 'socket',
};

/** ls -l: links, owner, group, size, date of two or three words, name. */
function readLong(long: RegExpExecArray, line: Span, place: Place): FileEntry | undefined {
  const [, type = '', bits = '', mark = '', rest = ''] = long;
  const dated =
    /^(?:\d+\s+)?(\S+)\s+(\S+)\s+(?:\d+,\s*)?[\d.]+[KMGT]?\s+(?:\S+\s+\d{1,2}\s+[\d:]{4,5}|\d{1,2}\s+\S+\s+[\d:]{4,5}|\d{4}-\d\d-\d\d(?:\s+[\d:.]+(?:\s+[+-]\d{4})?)?)\s+(\S.*)$/.exec(rest);
  const bare = dated ? undefined : /^(?:\d+\s+)?(?:(\S+)\s+(\S+)\s+)?(?:\d+\s+)?(\S+)$/.exec(rest);
  const [, user, group, shown = ''] = dated ?? bare ?? [];
  if (shown === '') return undefined;
  const [name = '', target] = type === 'l' ? shown.split(' -> ') : [shown];
  return entry(unquoted(name), line, place, {
    type: types[type] ?? 'unknown',
    mode: modeOf(bits),
    acl: mark === '+',
    ...ownersOf(user, group),
    ...(target ? { target } : {}),
  });
}

/** namei -l: mode, owner, group, one component of the path. */
function readNamei(long: RegExpExecArray, line: Span, place: Place): FileEntry | undefined {
  const [, type = '', bits = '', mark = '', rest = ''] = long;
  const [, user, group, shown = ''] = /^(\S+)\s+(\S+)\s+(\S.*)$/.exec(rest) ?? [];
  if (shown === '') return undefined;
  const [name = '', target] = shown.split(' -> ');
  place.walked = name.startsWith('/') ? name : trimmed(`${place.walked ?? ''}/${name}`);
  const at = line.document.text.lastIndexOf(name, line.end);
  return {
    path: { value: place.walked, span: at >= line.start ? { document: line.document, start: at, end: at + name.length } : line },
    absolute: place.walked.startsWith('/'),
    type: types[type] ?? 'unknown',
    mode: modeOf(bits),
    acl: mark === '+',
    ...ownersOf(user, group),
    ...(target ? { target } : {}),
    span: line,
  };
}

function readStat(text: string, line: Span, place: Place, region: Region): FileEntry | undefined {
  const file = /^\s*File: ['"‘]?(\S[^'"’]*)['"’]?/.exec(text)?.[1];
  if (file) place.file = { value: file.split(' -> ')[0] ?? file, span: line };
  const access = /^\s*Access: \((\d{4})\/(.)[^)]*\)\s+Uid: \(\s*(\d+)\/[^)]*\)\s+Gid: \(\s*(\d+)\//.exec(text);
  if (access && place.file) {
    const [, mode = '', type = '', uid, gid] = access;
    const told = { type: types[type] ?? 'unknown', mode: parseInt(mode, 8), acl: false, owner: { uid: Number(uid) }, group: { gid: Number(gid) } };
    return entry(place.file.value, line, place, told);
  }
  const short = /^(\d{1,10})[: ](\d{1,10}) ([0-7]{3,4})(?: (\S.*))?$/.exec(text.trim());
  if (!short) return undefined;
  const [, uid, gid, mode = '', named] = short;
  const name = named ?? region.command?.value.text.split(/\s+/).at(-1);
  if (!name) return undefined;
  return entry(unquoted(name), line, place, { type: 'unknown', mode: parseInt(mode, 8), acl: false, owner: { uid: Number(uid) }, group: { gid: Number(gid) } });
}

function ownersOf(user: string | undefined, group: string | undefined): Pick<FileEntry, 'owner' | 'group'> {
  const isId = (word: string) => /^\d{1,10}$/.test(word);
  return {
    ...(user ? { owner: isId(user) ? { uid: Number(user) } : { name: user } } : {}),
    ...(group ? { group: isId(group) ? { gid: Number(group) } : { name: group } } : {}),
  };
}

function unquoted(name: string): string {
  return /^'.*'$/.test(name) ? name.slice(1, -1) : name;
}

/** `rwxr-xr-t` as bits; the letters s, S, t and T stand in the place of an x. */
function modeOf(bits: string): number {
  let mode = 0;
  for (let at = 0; at < 9; at++) {
    const letter = bits[at] ?? '-';
    const bit = 1 << (8 - at);
    if (letter !== '-' && letter !== 'S' && letter !== 'T') mode |= bit;
    if (/[sStT]/.test(letter)) mode |= at === 2 ? 0o4000 : at === 5 ? 0o2000 : 0o1000;
  }
  return mode;
}
