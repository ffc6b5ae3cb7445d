import { quote, type Known, type Span } from './document';
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
  /** Where the command ran; headings are relative to it. */
  readonly base: string | undefined;
  /** The directory that names without a slash belong to. */
  directory: string | undefined;
  /** The only operand of `ls`: an entry of this name is the operand itself, a file. */
  operand: string | undefined;
  /** namei: the path walked so far. */
  walked: string | undefined;
  /** stat: the file whose lines follow. */
  file: Known<string> | undefined;
}

/** Reads `ls -l` in its forms, `stat` (default and `-c '%u:%g %a %n'`) and `namei -l`. Never throws. */
export function readListing(region: Region): FileEntry[] {
  const place: Place = { ...placeOf(region), walked: undefined, file: undefined };
  return linesOf(region).flatMap((line) => readLine(line, place, region) ?? []);
}

/** Directories that were listed with all their entries: what such a listing lacks is not there. */
export function listedWhole(region: Region): Known<string>[] {
  const whole: Known<string>[] = [];
  // Behind a pipe, `head` or `grep` leaves entries out.
  if (region.command?.value.text.includes('|')) return whole;
  const { base, directory } = placeOf(region);
  let listed = directory;
  for (const line of linesOf(region)) {
    const text = line.text.trim();
    const named = headingOf(text);
    if (named) listed = resolved(base, named);
    // `ls -l` prints the count of blocks before the entries of a directory, and only then.
    else if (blockCount.test(text) && listed?.startsWith('/')) whole.push({ value: trimmed(listed), span: region });
  }
  return whole;
}

const blockCount = /^total \d[\d.,]*[KMGT]?$/;

/** `ls` puts the name of a directory before its entries where it lists several. */
function headingOf(text: string): string | undefined {
  const named = /^([^\s:][^:]*):$/.exec(text)?.[1];
  return named === undefined ? undefined : unquoted(named);
}

function resolved(base: string | undefined, name: string): string | undefined {
  return name.startsWith('/') ? trimmed(name) : base && join(base, name);
}

const nowhere = { base: undefined, directory: undefined, operand: undefined };
const prefix = String.raw`^(?:\w{1,32}=\S* )*(?:sudo (?:-\w+ (?:[a-z_][\w-]* )?)*)?(?:\S*/)?`;
const lsCommand = new RegExp(String.raw`${prefix}ls(?=\s|$)([^|;&]*)`);
const otherCommand = new RegExp(`${prefix}(?:stat|namei)(?=\\s|$)`);

/** The directory that an `ls` without headings shows: its single operand, else the working directory. */
function placeOf({ command }: Region): Pick<Place, 'base' | 'directory' | 'operand'> {
  if (!command) return nowhere;
  const text = command.value.text.slice(0, 4096).replace(/\d?>{1,2}&?\s*\S+/g, '');
  // After `cd` the prompt's directory counts no more; of several commands it is not known which one prints.
  if (/(?:^|[\s;&|(])cd(?:\s|$)|[;&]\s*(?:sudo\s.*)?ls(?:\s|$)/.test(text)) return nowhere;
  const base = absoluteOf(command.value.directory);
  const here = { base, directory: base, operand: undefined };
  const said = lsCommand.exec(text)?.[1];
  if (said === undefined) return otherCommand.test(text) ? here : nowhere;
  const words = said.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
  const [only] = words.map(unquoted);
  // `ls -ld DIR` shows the directory itself, with its whole name.
  if (only === undefined || words.length > 1 || /\s(?:-\w*d|--directory)/.test(said)) return here;
  // What a shell makes of `~`, `*` or `$HOME` is not known.
  if (/[~*?$[{`'"\\]/.test(only)) return { ...here, directory: undefined };
  return { base, directory: resolved(base, only), operand: only.startsWith('/') ? undefined : only };
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
  // Blocks are counted for a directory, never for a file.
  if (blockCount.test(text)) place.operand = undefined;
  const heading = headingOf(text.trim());
  if (text.startsWith('f: ')) {
    place.walked = '';
    return undefined;
  }
  if (heading) {
    place.directory = resolved(place.base, heading);
    place.walked = undefined;
    return undefined;
  }
  const gone = missingEntry.exec(text.trim())?.[1];
  if (gone) return entry(gone, line, place, { type: 'unknown', acl: false, missing: true });
  const cut = place.walked === undefined ? undefined : /^\s+(\S.*) - No such file or directory$/.exec(text)?.[1];
  if (cut) return entry(trimmed(`${place.walked ?? ''}/${cut}`), line, place, { type: 'unknown', acl: false, missing: true });
  const long = longEntry.exec(text);
  if (long) return place.walked === undefined ? readLong(long, line, place) : readNamei(long, line, place);
  return readStat(text, line, place, region);
}

type Told = Omit<FileEntry, 'path' | 'absolute' | 'span'>;

function entry(name: string, line: Span, place: Place, told: Told): FileEntry {
  const path = resolved(name === place.operand ? place.base : place.directory, name) ?? name;
  return { path: { value: path, span: nameSpan(name, line, told.target) }, absolute: path.startsWith('/'), span: line, ...told };
}

/** A name stands at the end of its line, or before its target; the same word may be an owner before it. */
function nameSpan(name: string, line: Span, target: string | undefined): Span {
  const text = quote(line);
  const at = (target === undefined ? text : text.slice(0, text.lastIndexOf(' -> '))).lastIndexOf(name);
  return at < 0 ? line : { document: line.document, start: line.start + at, end: line.start + at + name.length };
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
  return {
    path: { value: place.walked, span: nameSpan(name, line, target) },
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
