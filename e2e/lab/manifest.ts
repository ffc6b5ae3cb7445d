import path from 'node:path';
import manifestFile from './runtimes.json';

/** Where unpacked programs lie; it cannot be moved, since the programs hold the path of their C library. */
export const cache = path.join(process.env.XDG_CACHE_HOME ?? '/var/cache', 'userns-doctor-lab');

/** One Debian package of a suite, as it was when the manifest was written; `sha256` is of its .deb. */
export interface PinnedPackage {
  readonly package: string;
  readonly suite: string;
  readonly version: string;
  readonly sha256: string;
}

/** A package that is unpacked outside the system, under a name of the lab: program and version x.y. */
export interface UnpackedProgram extends PinnedPackage {
  readonly id: string;
}

/** What the lab needs: `packages` by apt; `helpers` are what a fix may install in a world; `system` are programs of those; the rest is unpacked into the cache. */
export interface Manifest {
  readonly release: string;
  readonly architecture: string;
  readonly packages: readonly string[];
  readonly helpers: readonly string[];
  readonly system: readonly { readonly id: string; readonly package: string }[];
  readonly unpacked: readonly UnpackedProgram[];
  readonly libraries: readonly PinnedPackage[];
}

export const manifest: Manifest = manifestFile;

/** One line of `apt-cache madison`. */
export interface ListedVersion {
  readonly version: string;
  readonly suite: string;
}

/** Reads `apt-cache madison PACKAGE`: ` runc | 1.3.6+ds1-1 | http://mirror/debian sid/main amd64 Packages`. */
export function readMadison(text: string): ListedVersion[] {
  return text.split('\n').flatMap((line) => {
    const [, version, where] = line.split('|').map((part) => part.trim());
    const suite = where?.split(' ')[1]?.split('/')[0];
    return version && suite ? [{ version, suite }] : [];
  });
}

/** The upstream x.y of a Debian version: `1:2.78-1+b1` → `2.78`, `1.0.0~rc93+ds1-5` → `1.0`. */
export function minorOf(version: string): string {
  return /^(?:\d+:)?(\d+\.\d+)/.exec(version)?.[1] ?? version;
}

export interface Chosen {
  readonly version: string;
  readonly suite: string;
  /** The version of the manifest itself, whose sum is known. */
  readonly pinned: boolean;
}

/**
 * The version of the manifest; where the suites have moved on, the newest of the same x.y, which apt lists first;
 * `anyVersion` (for libraries, which are asked for no version) takes the newest of the suite then.
 */
export function chooseVersion(wanted: PinnedPackage, listed: readonly ListedVersion[], anyVersion = false): Chosen | undefined {
  const exact = listed.find(({ version }) => version === wanted.version);
  if (exact) return { ...exact, pinned: true };
  const near = listed.find(({ version }) => minorOf(version) === minorOf(wanted.version)) ?? (anyVersion ? listed.find(({ suite }) => suite === wanted.suite) : undefined);
  return near && { ...near, pinned: false };
}
