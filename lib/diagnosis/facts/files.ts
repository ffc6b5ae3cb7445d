import type { Span } from '../documents/document';

/** One file or directory of the host, as a listing showed it. */
export interface HostFile {
  /** Absolute. */
  readonly path: string;
  readonly type: 'directory' | 'file' | 'symlink' | 'device' | 'socket' | 'fifo' | 'unknown';
  /** Permission bits, e.g. 0o755. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** Owner and group as printed where the listing gave names; `root` is uid 0. */
  readonly user?: string;
  readonly group?: string;
  /** A `+` after the mode: an ACL may allow or refuse more than the mode says. */
  readonly acl: boolean;
  /** Where a symbolic link points. */
  readonly target?: string;
  /** The listing said that there is no such file. */
  readonly missing: boolean;
  /** The listing's line. */
  readonly span: Span;
}

/** Host files by absolute path, and which directories were listed whole. */
export class Files {
  readonly #byPath: ReadonlyMap<string, HostFile>;
  readonly #listed: ReadonlyMap<string, Span>;

  constructor(files: readonly HostFile[], listed: ReadonlyMap<string, Span>) {
    this.#byPath = new Map(files.map((file) => [file.path, file]));
    this.#listed = listed;
  }

  /** What a listing showed at an absolute path. */
  at(path: string): HostFile | undefined {
    return this.#byPath.get(path);
  }

  get all(): readonly HostFile[] {
    return [...this.#byPath.values()];
  }

  /** The span of the listing that showed all entries of a directory: what it lacks is not there. */
  listingOf(directory: string): Span | undefined {
    return this.#listed.get(directory);
  }

  /** The files shown at or below a directory. */
  below(directory: string): readonly HostFile[] {
    const prefix = directory.endsWith('/') ? directory : `${directory}/`;
    return this.all.filter((file) => file.path === directory || file.path.startsWith(prefix));
  }

  /** The directories above a path that were shown, outermost first; the path itself is not among them. */
  above(path: string): readonly HostFile[] {
    return parentsOf(path)
      .map((parent) => this.at(parent))
      .filter((file) => file !== undefined);
  }
}

/** `/a/b/c` → `/`, `/a`, `/a/b`. */
export function parentsOf(path: string): string[] {
  const parts = path.split('/').filter(Boolean);
  return parts.map((_, index) => `/${parts.slice(0, index).join('/')}`);
}

/** May a user who is neither owner nor in the group enter (search) this directory? Unknown without a mode or with an ACL. */
export function openToOthers(file: HostFile): boolean | undefined {
  return file.mode === undefined || file.acl ? undefined : (file.mode & 0o001) !== 0;
}
