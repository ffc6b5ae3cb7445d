import type { Facts } from '../facts/facts';
import { parentsOf, type HostFile } from '../facts/files';
import type { PathWalk, WalkStep } from './picture';
import { placeOf } from './place';

/** More paths than this are no longer looked at one by one. */
const mostWalks = 6;

/** The way down to the rootfs and to each bind source, where a listing shows a directory of it. */
export function drawWalks(facts: Facts): PathWalk[] {
  const { files, rootfsOnHost, mounts } = facts;
  if (!files) return [];
  const binds = mounts?.value.filter(({ bind }) => bind).map(({ source }) => source) ?? [];
  const wanted = [
    ...(rootfsOnHost ? [{ what: 'rootfs' as const, path: rootfsOnHost.value }] : []),
    ...[...new Set(binds)].map((path) => ({ what: 'bind-source' as const, path })),
  ];
  const walker = walkerOf(facts);
  return wanted
    .filter(({ path }) => path.startsWith('/') && !/\/\.{1,2}(?:\/|$)/.test(path))
    .map(({ what, path }) => ({ what, path, ...(walker ? { walker } : {}), steps: stepsTo(path, facts, walker) }))
    .filter(({ steps }) => steps.some(({ kind }) => kind !== 'not-shown'))
    .slice(0, mostWalks);
}

/** Container root as the host sees it: runc's init walks with these IDs once it is in the user namespace. */
function walkerOf({ uidMap, gidMap }: Facts): PathWalk['walker'] {
  const uid = uidMap?.value.toHost(0);
  const gid = gidMap?.value.toHost(0);
  return uid === undefined ? undefined : { uid, ...(gid === undefined ? {} : { gid }) };
}

function stepsTo(path: string, facts: Facts, walker: PathWalk['walker']): WalkStep[] {
  return [...parentsOf(path), path].map((one): WalkStep => {
    const file = facts.files?.at(one);
    if (!file) return { path: one, kind: 'not-shown', passes: 'unknown' };
    const { uid, gid, mode } = file;
    const mapped = isMapped(file, facts);
    return {
      path: one,
      kind: file.missing ? 'missing' : file.type === 'directory' ? 'directory' : 'other',
      passes: file.missing ? 'no' : passes(file, walker, mapped),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
      ...(mode === undefined ? {} : { mode }),
      ...(mapped === undefined ? {} : { mapped }),
      at: placeOf(file.span),
    };
  });
}

function isMapped({ uid, gid }: HostFile, { uidMap, gidMap }: Facts): boolean | undefined {
  if (uid === undefined || gid === undefined || !uidMap || !gidMap) return undefined;
  return uidMap.value.holdsHost(uid) && gidMap.value.holdsHost(gid);
}

/**
 * As the kernel decides a search (fs/namei.c, acl_permission_check): the owner's bit, else the group's, else the others';
 * where it is refused, CAP_DAC_READ_SEARCH helps only if the user namespace holds both owner and group
 * (kernel/capability.c, capable_wrt_inode_uidgid).
 */
function passes({ type, mode, uid, gid, acl }: HostFile, walker: PathWalk['walker'], mapped: boolean | undefined): WalkStep['passes'] {
  if (type !== 'directory' || mode === undefined || !walker) return 'unknown';
  if (mapped) return 'yes';
  if (acl) return 'unknown';
  if (uid === undefined) return (mode & 0o111) === 0o111 ? 'yes' : 'unknown';
  if (uid === walker.uid) return (mode & 0o100) !== 0 ? 'yes' : refused(mapped);
  const groupsKnown = gid !== undefined && walker.gid !== undefined;
  if (!groupsKnown) return (mode & 0o011) === 0o011 ? 'yes' : (mode & 0o011) === 0 ? refused(mapped) : 'unknown';
  return (mode & (gid === walker.gid ? 0o010 : 0o001)) !== 0 ? 'yes' : refused(mapped);
}

function refused(mapped: boolean | undefined): WalkStep['passes'] {
  return mapped === false ? 'no' : 'unknown';
}
