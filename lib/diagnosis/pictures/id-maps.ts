import type { Known } from '../documents/document';
import type { Facts, SubidFile } from '../facts/facts';
import { largestMappableId, type IdMap } from '../facts/id-map';
import type { DrawnExtent, DrawnGrant, DrawnId, IdMapPicture } from './picture';
import { placeOf } from './place';

/** The kernel takes at most this many extents (UID_GID_MAP_MAX_EXTENTS, include/linux/user_namespace.h); a file may hold more lines. */
const most = 340;

/** The maps of users and of groups with who has an ID in them, where the evidence holds a map. */
export function drawIdMaps(facts: Facts): IdMapPicture[] {
  return (['uid', 'gid'] as const).flatMap((which) => {
    const map = which === 'uid' ? facts.uidMap : facts.gidMap;
    if (!map || map.value.extents.length === 0) return [];
    const extents = drawExtents(map);
    const unreadable = map.value.extents.filter(({ containerId, hostId, size }) => [containerId, hostId, size].some(({ value }) => value === undefined));
    return {
      which,
      extents,
      unreadable: unreadable.slice(0, most).map(({ containerId, hostId, size, span }) => ({ text: `${containerId.text} ${hostId.text} ${size.text}`, at: placeOf(span) })),
      granted: drawGrants(which === 'uid' ? facts.subuids : facts.subgids),
      ids: [...processIds(facts, which), ...ownerIds(facts, which)],
    };
  });
}

function drawExtents({ value: map }: Known<IdMap>): DrawnExtent[] {
  const read = map.extents.slice(0, most).flatMap(({ containerId, hostId, size, span }) => {
    if (containerId.value === undefined || hostId.value === undefined || size.value === undefined) return [];
    return { container: containerId.value, host: hostId.value, size: size.value, at: placeOf(span) };
  });
  return read.map((extent, index) => {
    const others = read.filter((_, other) => other !== index);
    const trouble = isBeyondEnd(extent) ? 'beyond-end' : others.some((other) => overlap(extent, other)) ? 'overlap' : 'none';
    return { ...extent, trouble };
  });
}

type Bounds = Pick<DrawnExtent, 'container' | 'host' | 'size'>;

function isBeyondEnd({ container, host, size }: Bounds): boolean {
  return Math.max(container, host) + size - 1 > largestMappableId;
}

/** On either side, as kernel/user_namespace.c compares them (mappings_overlap). */
function overlap(one: Bounds, other: Bounds): boolean {
  return (['container', 'host'] as const).some((side) => one[side] < other[side] + other.size && other[side] < one[side] + one.size);
}

function drawGrants(file: Known<SubidFile> | undefined): DrawnGrant[] {
  return (file?.value.ranges ?? []).slice(0, 32).map(({ owner, start, count, span }) => ({ owner, start, count, at: placeOf(span) }));
}

function processIds({ processUser }: Facts, which: 'uid' | 'gid'): DrawnId[] {
  if (!processUser) return [];
  const { uid, gid, additionalGids } = processUser.value;
  // A member that is absent is 0: Go's zero value.
  const own = which === 'uid' ? uid : gid;
  const ids: DrawnId[] = [{ side: 'container', id: own?.value ?? 0, bearer: which === 'uid' ? 'process-user' : 'process-group', at: placeOf(own?.span ?? processUser.span) }];
  if (which === 'uid') return ids;
  return [...ids, ...additionalGids.slice(0, 16).map(({ value, span }): DrawnId => ({ side: 'container', id: value, bearer: 'additional-group', at: placeOf(span) }))];
}

/** Owners of the rootfs and of the sources of bind mounts. */
function ownerIds({ files, rootfsOnHost, mounts }: Facts, which: 'uid' | 'gid'): DrawnId[] {
  // An idmapped mount shows other owners than its source has.
  const plain = mounts?.value.filter((mount) => mount.bind && !mount.uidMappings && !mount.gidMappings && !mount.options.some(({ value }) => /^r?idmap(?:=|$)/.test(value))) ?? [];
  const sources = plain.map(({ source }) => source).filter((source) => source.startsWith('/'));
  const owned = [
    ...(rootfsOnHost ? [{ bearer: 'rootfs' as const, path: rootfsOnHost.value }] : []),
    ...[...new Set(sources)].map((path) => ({ bearer: 'volume' as const, path })),
  ];
  return owned.slice(0, 16).flatMap(({ bearer, path }): DrawnId[] => {
    const file = files?.at(path);
    const id = which === 'uid' ? file?.uid : file?.gid;
    return file && id !== undefined ? [{ side: 'host', id, bearer, path, at: placeOf(file.span) }] : [];
  });
}
