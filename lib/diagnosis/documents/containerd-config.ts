import type { Known } from './document';
import { asCount, asFlag, asWord, endsWith, type Member } from './members';

/** A runtime that containerd's CRI plugin can be asked for. */
export interface ContainerdRuntime {
  readonly name: string;
  /** `runtime_type`, e.g. `io.containerd.runc.v2`. */
  readonly type?: Known<string>;
  /** `BinaryName` of its options. */
  readonly binary?: Known<string>;
}

/** What config.toml says that matters for pods with user namespaces; empty words are left out, as containerd reads them. */
export interface ContainerdConfig {
  readonly version?: Known<number>;
  readonly snapshotter?: Known<string>;
  /** `slow_chown` of the overlayfs snapshotter. */
  readonly slowChown?: Known<boolean>;
  readonly runtimes: readonly ContainerdRuntime[];
}

/** Reads the members of a config.toml of version 1, 2 or 3; undefined for other TOML. */
export function readContainerdConfig(members: readonly Member[]): ContainerdConfig | undefined {
  if (!members.some(({ path }) => path[0] === 'plugins') || members.some(({ path }) => path[0] === 'crio')) return undefined;
  const inPlugins = members.filter(({ path }) => path[0] === 'plugins');
  const version = asCount(members.find(({ path }) => path.length === 1 && path[0] === 'version'));
  const snapshotter = asWord(inPlugins.find(isSnapshotter));
  const slowChown = asFlag(inPlugins.find((member) => endsWith(member, 'slow_chown')));
  return {
    ...(version ? { version } : {}),
    ...(snapshotter ? { snapshotter } : {}),
    ...(slowChown ? { slowChown } : {}),
    runtimes: readRuntimes(inPlugins),
  };
}

/** Each version of the file has it elsewhere (containerd, docs/cri/config.md); the dotted name of a plugin is one part of the path. */
function isSnapshotter({ path }: Member): boolean {
  const [key, parent] = [path.at(-1), path.at(-2)];
  return key === 'snapshotter' && !path.includes('runtimes') && (parent === 'containerd' || parent === 'io.containerd.cri.v1.images');
}

function readRuntimes(members: readonly Member[]): ContainerdRuntime[] {
  const runtimes = new Map<string, ContainerdRuntime>();
  for (const member of members) {
    const at = member.path.lastIndexOf('runtimes');
    const name = at < 0 ? undefined : member.path[at + 1];
    if (name === undefined) continue;
    const known = runtimes.get(name) ?? { name };
    const type = endsWith(member, 'runtime_type') ? asWord(member) : undefined;
    const binary = endsWith(member, 'options.BinaryName') ? asWord(member) : undefined;
    runtimes.set(name, { ...known, ...(type ? { type } : {}), ...(binary ? { binary } : {}) });
  }
  return [...runtimes.values()];
}
