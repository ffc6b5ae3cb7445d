import type { Known } from './document';
import type { Region } from './region';
import { linesOf, spanIn } from './region-lines';

/** What single lines of an engine or of systemd tell. */
export interface EngineLines {
  readonly cgroupVersion?: Known<1 | 2>;
  readonly rootless?: Known<boolean>;
  /** Docker maps every container (userns-remap). */
  readonly remapped?: Known<true>;
  /** The user's services go on after logout (loginctl). */
  readonly linger?: Known<boolean>;
}

/** Reads `docker info` as text, `stat -f -c %T /sys/fs/cgroup`, and what `loginctl show-user` and `user-status` say of lingering. */
export function readEngineLines(region: Region): EngineLines {
  let told: EngineLines = {};
  if (region.kind !== 'log' && region.kind !== 'text') return told;
  const asksTree = /\bstat (?:-f -c|-fc) '?%T'? \/sys\/fs\/cgroup\/?$/.test(region.command?.value.text ?? '');
  /** Where the list of security options is indented, while inside it. */
  let options: number | undefined;
  for (const line of linesOf(region)) {
    const text = line.text.slice(0, 512).trimEnd();
    const indent = text.search(/\S/);
    const word = text.trim();
    const version = /^Cgroup Version:\s*([12])$/.exec(word)?.[1];
    if (version) told = { ...told, cgroupVersion: { value: version === '1' ? 1 : 2, span: spanIn(line, word) } };
    // The file system of the tree: version 1 has a tmpfs with a mount for each controller (cgroups(7)).
    const tree = asksTree ? /^(?:(cgroup2fs)|tmpfs)$/.exec(word) : null;
    if (tree) told = { ...told, cgroupVersion: { value: tree[1] ? 2 : 1, span: spanIn(line, word) } };
    const linger = /^Linger(?:=|:\s*)(yes|no)$/.exec(word)?.[1];
    if (linger) told = { ...told, linger: { value: linger === 'yes', span: spanIn(line, word) } };
    if (/\bk3s (?:server|agent)\s(?:.*\s)?--rootless\b/.test(word)) told = { ...told, rootless: { value: true, span: spanIn(line, word) } };
    // daemon.json, the option of dockerd, and what it says at its start (daemon_unix.go).
    if (/"userns-remap"\s*:\s*"[^"]|--userns-remap[= ]\S|User namespaces: ID ranges will be mapped to subuid\/subgid ranges of/.test(text)) told = { ...told, remapped: { value: true, span: spanIn(line, word) } };
    if (word === 'Security Options:') options = indent;
    else if (options !== undefined && indent >= 0 && indent <= options) options = undefined;
    else if (options !== undefined && word === 'userns') told = { ...told, remapped: { value: true, span: spanIn(line, word) } };
    else if (options !== undefined && word === 'rootless') told = { ...told, rootless: { value: true, span: spanIn(line, word) } };
  }
  return told;
}
