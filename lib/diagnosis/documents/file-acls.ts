import type { Span } from './document';
import type { Region } from './region';
import { linesOf } from './region-lines';

/** A file as `getfacl` shows it (acl(5)). */
export interface FileAcl {
  /** Absolute; getfacl leaves the first slash out unless it is told not to (-p). */
  readonly path: string;
  readonly user?: string;
  readonly group?: string;
  /** Permission bits as `ls` would show them: where there is a mask, it stands in the place of the group. */
  readonly mode: number;
  /** Named users or groups have rights of their own. */
  readonly named: boolean;
  readonly span: Span;
}

const entry = /^(user|group|mask|other):([^:]{0,256}):([r-])([w-])([xst-])/i;

/** Reads the output of `getfacl`: a record for each file, from `# file:` to the first empty line. */
export function readAcls(region: Region): FileAcl[] {
  const acls: FileAcl[] = [];
  let open: { path: string; user?: string; group?: string; bits: Map<string, number>; named: boolean; start: number } | undefined;
  const close = (end: number) => {
    if (open?.bits.has('user') && open.bits.has('other')) {
      const { path, user, group, bits, named, start } = open;
      const mode = (bits.get('user') ?? 0) * 0o100 + (bits.get('mask') ?? bits.get('group') ?? 0) * 0o10 + (bits.get('other') ?? 0);
      acls.push({ path, mode, named, ...(user ? { user } : {}), ...(group ? { group } : {}), span: { document: region.document, start, end } });
    }
    open = undefined;
  };
  let last = region.start;
  for (const { text, span } of linesOf(region)) {
    const line = text.slice(0, 4096).trim();
    const file = /^# file: (\S.*)$/.exec(line)?.[1];
    if (file !== undefined || line === '') close(last);
    if (file !== undefined) open = { path: file.startsWith('/') ? file : `/${file}`, bits: new Map(), named: false, start: span.start };
    if (!open) continue;
    last = span.end;
    const owner = /^# (owner|group): (\S+)$/.exec(line);
    if (owner?.[1] === 'owner') open.user = owner[2] ?? '';
    else if (owner) open.group = owner[2] ?? '';
    const [, kind = '', name = '', ...bits] = entry.exec(line) ?? [];
    if (name !== '') open.named = true;
    else if (kind !== '') open.bits.set(kind, bits.reduce((sum, bit, index) => sum + (bit === '-' ? 0 : 4 >> index), 0));
  }
  close(last);
  return acls;
}
