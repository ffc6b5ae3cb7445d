/** What the pictures of a report show, as plain numbers with the place each was read from. */

/** Where a number or a name was read; lines count from 1. */
export interface Place {
  document: string;
  line: number;
}

/** `size` IDs from `container` on are those from `host` on. */
export interface DrawnExtent {
  container: number;
  host: number;
  size: number;
  /** `overlap`: another extent holds some of its IDs; `beyond-end`: it runs past 4294967294, the last ID a map may hold. */
  trouble: 'none' | 'overlap' | 'beyond-end';
  at: Place;
}

/** A line of /etc/subuid or /etc/subgid. */
export interface DrawnGrant {
  owner: string;
  start: number;
  count: number;
  at: Place;
}

export type IdBearer = 'process-user' | 'process-group' | 'additional-group' | 'rootfs' | 'volume';

/** Somebody's ID, told in the numbers of the container or of the host. */
export interface DrawnId {
  side: 'container' | 'host';
  id: number;
  bearer: IdBearer;
  /** The path whose owner it is. */
  path?: string;
  at: Place;
}

export interface IdMapPicture {
  which: 'uid' | 'gid';
  /** In the order of the map. */
  extents: DrawnExtent[];
  /** Extents whose numbers are no unsigned 32-bit integers, as written. */
  unreadable: { text: string; at: Place }[];
  granted: DrawnGrant[];
  ids: DrawnId[];
}

/** One directory of a path; the last step is what the path names. */
export interface WalkStep {
  path: string;
  /** Absent where no listing shows it. */
  uid?: number;
  gid?: number;
  /** Permission bits, e.g. 0o755. */
  mode?: number;
  kind: 'directory' | 'other' | 'missing' | 'not-shown';
  /** May the walker search it? */
  passes: 'yes' | 'no' | 'unknown';
  /** Does the user namespace hold both owner and group? */
  mapped?: boolean;
  at?: Place;
}

export interface PathWalk {
  what: 'rootfs' | 'bind-source';
  path: string;
  /** Container root in the numbers of the host; absent where no map holds 0. */
  walker?: { uid: number; gid?: number };
  steps: WalkStep[];
}

export interface DrawnNamespace {
  type: string;
  state: 'new' | 'joined' | 'host';
  path?: string;
  /** The user namespace that owns it: the container's new one, the one that is joined, the host's, or not told. */
  owner: 'container' | 'joined' | 'host' | 'unknown';
  at: Place;
}

/** Each is there only where the evidence holds what it shows. */
export interface Pictures {
  idMaps: IdMapPicture[];
  walks: PathWalk[];
  namespaces: DrawnNamespace[];
}
