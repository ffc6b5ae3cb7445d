import type { Span } from './document';
import type { Region } from './region';
import { linesOf } from './region-lines';

/** A mount as the kernel or findmnt shows it. */
export interface MountLine {
  readonly target: string;
  /** The source; for mountinfo and findmnt with the root within it, as `proc[/sys]`. */
  readonly source: string;
  readonly fstype: string;
  readonly options: readonly string[];
  readonly span: Span;
}

/** Reads /proc/self/mountinfo (proc(5)), /proc/mounts, `mount` and `findmnt` with its tree. */
export function readMounts(region: Region): MountLine[] {
  return linesOf(region).flatMap(({ text, span }): MountLine[] => {
    const line = text.slice(0, 8192).trim().replace(/^\d\d:\d\d:\d\d\s+/, '');
    const info = /^\d+ \d+ \d+:\d+ (\S+) (\S+) (\S+) (?:\S+ )*?- (\S+) (\S+) (\S+)$/.exec(line);
    if (info) {
      const [, root = '', target = '', options = '', fstype = '', source = ''] = info;
      return [{ target, source: root === '/' ? source : `${source}[${root}]`, fstype, options: options.split(','), span }];
    }
    const shown = /^(\S+) on (\S+) type (\S+) \(([^)]*)\)/.exec(line);
    if (shown) return [{ source: shown[1] ?? '', target: shown[2] ?? '', fstype: shown[3] ?? '', options: (shown[4] ?? '').split(','), span }];
    const tree = /^[│├└─ |`-]*(\/\S*)\s+(\S+)\s+([\w.]+)\s+((?:ro|rw)\S*)/.exec(line);
    if (tree) return [{ target: tree[1] ?? '', source: tree[2] ?? '', fstype: tree[3] ?? '', options: (tree[4] ?? '').split(','), span }];
    const plain = /^(\S+) (\/\S*) ([\w.]+) ((?:ro|rw)\S*) \d+ \d+$/.exec(line);
    return plain ? [{ source: plain[1] ?? '', target: plain[2] ?? '', fstype: plain[3] ?? '', options: (plain[4] ?? '').split(','), span }] : [];
  });
}
