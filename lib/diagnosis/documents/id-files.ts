import type { Known, Span } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** A line of /etc/subuid or /etc/subgid (subuid(5)): who may use `count` IDs from `start` on. */
export interface SubidGrant {
  /** A user's name, or a number. */
  readonly owner: Known<string>;
  readonly start: Known<number>;
  readonly count: Known<number>;
  readonly span: Span;
  readonly file: 'subuid' | 'subgid' | 'either';
}

/** A line of /proc/PID/uid_map. */
export interface MapLine {
  readonly containerId: Known<number>;
  readonly hostId: Known<number>;
  readonly size: Known<number>;
  readonly span: Span;
}

/** Which file a region of subordinate IDs is: told by its command, a prefix of grep, or the document's name. */
export function subidFileOf(region: Region): SubidGrant['file'] {
  const told = `${region.command?.value.text ?? ''} ${region.document.name}`.toLowerCase();
  const uid = told.includes('subuid');
  const gid = told.includes('subgid');
  return uid === gid ? 'either' : uid ? 'subuid' : 'subgid';
}

/** Reads the ranges of subordinate IDs; `grep` puts the file's name before each line. */
export function readSubids(region: Region): SubidGrant[] {
  const file = subidFileOf(region);
  return linesOf(region).flatMap((line): SubidGrant[] => {
    const match = /^\s*(?:\/etc\/(subuid|subgid):)?([^\s:#][^\s:]{0,255}):(\d{1,15}):(\d{1,15})\s*$/.exec(line.text.slice(0, 1024));
    const [, named, owner = '', start = '', count = ''] = match ?? [];
    if (!match) return [];
    // The file's name may hold the owner's: `/etc/subuid:d:…`.
    const from = match[0].search(/\S/) + (named ? `/etc/${named}:`.length : 0);
    return [
      {
        owner: { value: owner, span: spanIn(line, owner, from) },
        start: { value: Number(start), span: spanIn(line, start, from + owner.length) },
        count: { value: Number(count), span: spanIn(line, count, line.text.lastIndexOf(':')) },
        span: line.span,
        file: named === 'subuid' || named === 'subgid' ? named : file,
      },
    ];
  });
}

/** Reads lines of three numbers: container ID, ID outside, count (user_namespaces(7)). */
export function readIdMap(region: Region): { readonly extents: readonly MapLine[]; readonly which: 'uid' | 'gid' | 'either' } {
  const extents = linesOf(region).flatMap((line): MapLine[] => {
    const match = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(line.text);
    if (!match) return [];
    let from = 0;
    const [containerId, hostId, size] = match.slice(1).map((text) => {
      const span = spanIn(line, text, from);
      from = span.end - line.span.start;
      return { value: Number(text), span };
    });
    return containerId && hostId && size ? [{ containerId, hostId, size, span: line.span }] : [];
  });
  const told = `${region.command?.value.text ?? ''} ${region.document.name}`.toLowerCase();
  const which = told.includes('gid') ? 'gid' : told.includes('uid') ? 'uid' : 'either';
  return { extents, which };
}
