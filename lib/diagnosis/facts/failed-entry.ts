import type { Facts } from './facts';
import type { HostFile } from './files';

/** The place in a rootfs where mapped root was refused. */
export interface FailedEntry {
  /** As the message names it; absolute on the host, or within the container for crun. */
  readonly path: string;
  /** The rootfs on the host, from the config, or the message's path without the mount's target. */
  readonly rootfs: string | undefined;
  /** Does the path lie in the rootfs? Unknown where the rootfs is. */
  readonly inRootfs: boolean | undefined;
  /** The deepest directory above it that a listing shows, not above the rootfs. */
  readonly directory: HostFile | undefined;
  /** The tree is one that an engine keeps: it gives it to the mapped IDs, and keeps the way to it open. */
  readonly kept: boolean;
}

/** Mounted overlays of containers/storage and Docker. */
const keptTree = /\/(?:containers\/storage|docker(?:\/[\d.]+)?)\/(?:overlay2?|vfs)\//;

/** Reads the failing path of a mount point or entry that could not be made. */
export function failedEntryOf({ failure, rootfsOnHost, files }: Pick<Facts, 'failure' | 'rootfsOnHost' | 'files'>): FailedEntry | undefined {
  const path = failure?.values.path?.value;
  if (path === undefined) return undefined;
  const target = failure?.values.target?.value;
  const guessed = target && path.endsWith(target) && path.length > target.length ? path.slice(0, -target.length) : undefined;
  const rootfs = rootfsOnHost?.value ?? (guessed || rootfsIn(path));
  if (rootfs === undefined || !path.startsWith('/')) return { path, rootfs, inRootfs: undefined, directory: rootfs ? files?.at(rootfs) : undefined, kept: keptTree.test(path) };
  // crun names the path within the container (libcrun/linux.c, safe_openat).
  const within = failure?.by === 'crun' && !path.startsWith(`${rootfs}/`) ? `${rootfs}/${path.replace(/^\/+/, '')}` : path;
  const inRootfs = within === rootfs || within.startsWith(`${rootfs}/`);
  return { path: within, rootfs, inRootfs, directory: inRootfs ? deepest(within, rootfs, files) : undefined, kept: keptTree.test(path) };
}

/** A component that is called rootfs, as bundles do, or merged, as overlay mounts of engines do. */
function rootfsIn(path: string): string | undefined {
  return /^(\/.*?\/(?:rootfs|merged))(?:\/|$)/.exec(path)?.[1];
}

function deepest(path: string, rootfs: string, files: Facts['files']): HostFile | undefined {
  for (let at = path.replace(/\/[^/]*$/, ''); at.length >= rootfs.length; at = at.replace(/\/[^/]*$/, '')) {
    const file = files?.at(at);
    if (file) return file;
    if (at === rootfs) break;
  }
  return undefined;
}
