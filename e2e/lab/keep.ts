import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Sysctls that change by themselves, or that act when they are written. */
const skipped = /^\/proc\/sys\/(?:kernel\/(?:random|ns_last_pid|tainted|hostname|domainname|sched_domain)|fs\/binfmt_misc|vm\/(?:drop_caches|compact_memory|stat_refresh))/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (skipped.test(name)) return [];
    return entry.isDirectory() ? filesBelow(name) : [name];
  });
}

function read(file: string): string | undefined {
  try {
    return (statSync(file).mode & 0o200) === 0 ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The cgroup of this process in each hierarchy that is mounted: a world sees nothing above it. */
function cgroupRoots(): string[] {
  const own = readFileSync('/proc/self/cgroup', 'utf8').trim().split('\n').map((line) => line.split(':'));
  const mounts = readFileSync('/proc/self/mounts', 'utf8').trim().split('\n').map((line) => line.split(' '));
  return mounts.flatMap(([, target = '', type, options = '']) => {
    const mine = own.find(([, names = '']) => (type === 'cgroup2' ? names === '' : type === 'cgroup' && names !== '' && names.split(',').every((name) => options.split(',').includes(name))));
    const root = mine && path.join(target, mine.slice(2).join(':'));
    return root && lstatSync(root, { throwIfNoEntry: false })?.isDirectory() ? [root] : [];
  });
}

function foldersBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    return entry.isDirectory() ? [name, ...foldersBelow(name)] : [];
  });
}

interface Cgroup {
  readonly root: string;
  readonly folders: ReadonlySet<string>;
  readonly controllers: string | undefined;
  readonly owners: ReadonlyMap<string, { readonly uid: number; readonly gid: number; readonly mode: number }>;
}

/** What worlds share with the machine, as it was when this was made. */
export class Kept {
  readonly #sysctls: ReadonlyMap<string, string>;
  readonly #cgroups: readonly Cgroup[];
  readonly #mounts: string;

  constructor() {
    const files = ['kernel', 'fs', 'vm', 'user'].flatMap((area) => filesBelow(`/proc/sys/${area}`));
    this.#sysctls = new Map(files.flatMap((file) => [read(file)].flatMap((text) => (text === undefined ? [] : [[file, text] as const]))));
    this.#cgroups = cgroupRoots().map((root) => ({
      root,
      folders: new Set(foldersBelow(root)),
      controllers: read(path.join(root, 'cgroup.subtree_control')),
      owners: new Map([root, ...readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => path.join(root, name))].map((name) => [name, statSync(name)])),
    }));
    this.#mounts = readFileSync('/proc/self/mountinfo', 'utf8');
  }

  /** Makes it so again; what could not be put back, in words. */
  putBack(): string[] {
    for (const [file, text] of this.#sysctls) if (read(file) !== text) attempt(() => writeFileSync(file, text));
    for (const cgroup of this.#cgroups) putBackCgroup(cgroup);
    const left = [...this.#sysctls].filter(([file, text]) => read(file) !== text).map(([file]) => `${file} is another one`);
    const cgroups = this.#cgroups.flatMap(({ root, folders }) => foldersBelow(root).filter((name) => !folders.has(name)));
    const mounts = readFileSync('/proc/self/mountinfo', 'utf8') === this.#mounts ? [] : ['the mounts are others'];
    return [...left, ...cgroups.map((name) => `${name} is left`), ...mounts];
  }
}

function putBackCgroup({ root, folders, controllers, owners }: Cgroup): void {
  // Deepest first; only empty ones go.
  for (const name of foldersBelow(root).toReversed()) if (!folders.has(name)) attempt(() => rmdirSync(name));
  for (const [name, { uid, gid, mode }] of owners) {
    attempt(() => {
      const now = statSync(name);
      if (now.uid !== uid || now.gid !== gid) chownSync(name, uid, gid);
      if (now.mode !== mode) chmodSync(name, mode & 0o7777);
    });
  }
  const file = path.join(root, 'cgroup.subtree_control');
  const [was, is] = [controllers, read(file)].map((text) => new Set((text ?? '').split(/\s+/).filter(Boolean)));
  if (!was || !is) return;
  const changes = [...[...is].filter((one) => !was.has(one)).map((one) => `-${one}`), ...[...was].filter((one) => !is.has(one)).map((one) => `+${one}`)];
  if (changes.length > 0) attempt(() => writeFileSync(file, changes.join(' ')));
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // What is left is told by `putBack`.
  }
}
