import type { Known, Span } from './document';

/** What a stretch of a document is; each kind has one reader. */
export type RegionKind =
  | 'oci-config'
  | 'json'
  | 'log'
  | 'listing'
  | 'subid'
  | 'id-map'
  | 'sysctl'
  | 'versions'
  | 'mounts'
  | 'identity'
  | 'yaml'
  | 'toml'
  | 'text';

/** A command of a pasted shell session, and what its prompt tells. */
export interface ShellCommand {
  readonly text: string;
  readonly user?: string;
  readonly host?: string;
  /** As the prompt shows it: absolute, or beginning with `~`. */
  readonly directory?: string;
  /** The prompt is root's (`#`). */
  readonly root: boolean;
  /** A person wrote it down as a step: no prompt tells who types it. */
  readonly told?: true;
  /** The name of the chroot that the prompt shows: `(bookworm)root@node1`. */
  readonly chroot?: string;
}

/** A stretch of a document that one reader reads. Regions of a document do not overlap and leave nothing out. */
export interface Region extends Span {
  readonly kind: RegionKind;
  /** The command that printed it. */
  readonly command?: Known<ShellCommand>;
}
