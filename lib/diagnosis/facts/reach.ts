import { openToOthers, parentsOf, type Files, type HostFile } from './files';
import type { IdMap } from './id-map';

/** What listings say of the way to a path, for mapped root. */
export interface Reach {
  /** Directories that mapped root may not search, outermost first. */
  readonly blocked: readonly HostFile[];
  /** Every directory above was shown, and mapped root may search each. */
  readonly open: boolean;
}

/**
 * May mapped root search every directory above `path`? It is no owner of what the map does not hold, and its
 * capabilities work only where both owner and group are mapped (capabilities(7), CAP_DAC_OVERRIDE).
 */
export function reachOf(path: string, files: Files | undefined, uidMap: IdMap | undefined, gidMap: IdMap | undefined): Reach {
  const shown = files?.above(path) ?? [];
  const maySearch = (file: HostFile) => openToOthers(file) ?? (ownedByMap(file, uidMap, gidMap) ? true : undefined);
  const blocked = shown.filter((file) => openToOthers(file) === false && !ownedByMap(file, uidMap, gidMap));
  return { blocked, open: shown.length === parentsOf(path).length && shown.every((file) => maySearch(file) === true) };
}

/** Do both owner and group lie in the map, so that mapped root may do with the file what root may? */
export function ownedByMap(file: HostFile, uidMap: IdMap | undefined, gidMap: IdMap | undefined): boolean {
  if (file.uid === undefined || !uidMap) return false;
  if (!uidMap.holdsHost(file.uid)) return false;
  const group = file.gid === undefined || !gidMap || gidMap.holdsHost(file.gid);
  // The owner bits of mapped root's own files need no capability.
  return group || (uidMap.hostRoot?.value === file.uid && ((file.mode ?? 0) & 0o100) !== 0);
}
