import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { Extent, IdMap } from '../../facts/id-map';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { replace } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { isBefore } from '../../facts/version';
import { zh } from './mapping-too-many-extents.zh';

/** Linux 4.15 and later take 340 lines in a map, earlier kernels 5 (include/linux/user_namespace.h, UID_GID_MAP_MAX_EXTENTS). */
const most = { today: 340, before415: 5 } as const;
/** runc and crun hand at most 6 extents to newuidmap and cut off the rest (nsexec.c MAX_ARGV, libcrun MAX_ARGS: 20 words). */
const mostByTool = 6;

interface Match {
  readonly long: readonly Known<IdMap>[];
  readonly limit: number;
}

export const mappingTooManyExtents = defineCause({
  id: 'mapping-too-many-extents',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'too-many-extents': 'usually', 'id-map-write-invalid': 'sometimes', 'newidmap-failed': 'rarely', 'namespace-root-refused': 'rarely' },
  uses: ['uidMap', 'gidMap', 'versions', 'rootless', 'failure'],
  references: [
    { title: 'user_namespaces(7): defining user and group ID mappings', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'runc: libcontainer/nsenter/nsexec.c', url: 'https://github.com/opencontainers/runc/blob/main/libcontainer/nsenter/nsexec.c' },
  ],
  words: {
    en: {
      name: 'A map has more extents than the kernel or newuidmap takes',
      pageWhy:
        'A map may have 340 extents and less text than a page of memory; before Linux 4.15 it was 5. The kernel refuses a longer one with EINVAL as a whole. Where newuidmap writes the map, runc and crun hand over at most 6 extents and lose the rest.',
      pageTell: 'Count the entries of uidMappings and gidMappings. Overlaps and numbers past the end give the same EINVAL.',
      pageSure: 'The map has more than 340 extents; or more than 5 and the kernel is older than 4.15; or more than 6 and an ordinary user starts the runtime, so that newuidmap writes it; or the program counted them.',
      pageNot: 'Both maps are known and their extents are no more than these.',
      title: 'The map has {count} extents, and {limit} is the most that is taken',
      titleUnknown: 'The map has more extents than are taken',
      explanation: 'The kernel takes a map of at most {limit} extents here, in one write, and refuses a longer one as a whole.',
      long: '{count} extents; {limit} are taken.',
      short: 'The kernel takes a map of this length: {count}.',
      told: 'The program counted more ranges than it takes.',
      mergeTitle: 'Merge neighbouring extents into {count} (config only)',
      mergeCosts: 'None: the same IDs are mapped.',
      joinTitle: 'Merge neighbouring extents (config only)',
      mergeUndo: 'Put the old list back.',
      widenTitle: 'Map the gaps between the extents as well, {count} in all (config only)',
      widenCosts: 'IDs that no extent names are mapped, too: nobody else may have these host IDs.',
      fewerTitle: 'Give the map as few, larger extents',
      fewerCosts: 'IDs that are not named any more are not mapped.',
    },
    zh,
  },
  judge({ uidMap, gidMap, versions, rootless, failure }, say) {
    const kernel = versions?.get('linux');
    const old = kernel !== undefined && isBefore(kernel.value, '4.15') === true;
    const byTool = rootless?.value === true;
    const limit = byTool ? mostByTool : old ? most.before415 : most.today;
    const maps = [uidMap, gidMap].filter((map) => map !== undefined);
    const long = maps.filter(({ value }) => value.extents.length > limit);
    const match: Match = { long, limit };
    const told = failure?.symptom === 'too-many-extents' ? [mark(failure, say('told'))] : [];
    if (long.length > 0) {
      const marks = long.map((map) => mark(map, say('long', { count: map.value.extents.length, limit })));
      return proved(match, [...marks, ...(kernel && old ? [mark(kernel, say('long', { count: long[0]?.value.extents.length ?? 0, limit }))] : []), ...told]);
    }
    if (told.length > 0) return proved(match, told);
    const [first] = maps;
    // Too many for newuidmap, and not for the kernel: it matters who starts the runtime.
    if (rootless === undefined && maps.some(({ value }) => value.extents.length > mostByTool)) return open(match, ['rootless']);
    if (first && maps.length === 2 && failure) return refuted([mark(first, say('short', { count: first.value.extents.length }))]);
    return open(match, ['uidMap', 'gidMap']);
  },
  explain({ long: [first], limit }, say) {
    const title = first ? say('title', { count: first.value.extents.length, limit }) : say('titleUnknown');
    return { title, explanation: say('explanation', { limit }) };
  },
  fixes({ long, limit }, say) {
    const verify = [look`jq '(.linux.uidMappings | length),(.linux.gidMappings | length)' config.json`];
    if (long.length === 0) return [fix({ title: say('joinTitle'), risk: 'review', costs: say('mergeCosts'), ...joinExtents() })];
    const shorter = (join: (extents: readonly Extent[]) => PlainExtent[]) => {
      const all = long.map((map) => ({ map, extents: join(map.value.extents) }));
      const count = Math.max(...all.map(({ extents }) => extents.length));
      return count <= limit ? { count, patch: all.flatMap(({ map, extents }) => replace(map, extents)) } : undefined;
    };
    const merged = shorter(mergedExtents);
    if (merged) return [fix({ title: say('mergeTitle', { count: merged.count }), risk: 'safe', costs: say('mergeCosts'), patch: merged.patch, undo: [say('mergeUndo')], verify })];
    // Through newuidmap the gaps would have to be granted, too.
    const widened = limit === mostByTool ? undefined : shorter(widenedExtents);
    if (widened) return [fix({ title: say('widenTitle', { count: widened.count }), risk: 'review', costs: say('widenCosts'), patch: widened.patch, undo: [say('mergeUndo')], verify })];
    return [fix({ title: say('fewerTitle'), risk: 'review', costs: say('fewerCosts'), commands: verify, undo: [], verify })];
  },
});

/** The same for a config that was not given. */
const joinExtents = () =>
  editConfig`(.linux.uidMappings, .linux.gidMappings | arrays) |= (reduce sort_by(.containerID)[] as $next ([]; if length > 0 and .[-1].containerID + .[-1].size == $next.containerID and .[-1].hostID + .[-1].size == $next.hostID then .[-1].size += $next.size else . + [$next] end))`;

interface PlainExtent {
  readonly containerID: number;
  readonly hostID: number;
  readonly size: number;
}

/** The extents in the order of their container IDs, each joined to the one before it where both `meet`. */
function joined(extents: readonly Extent[], meet: (last: PlainExtent, next: PlainExtent) => boolean): PlainExtent[] {
  const plain = extents.map(({ containerId, hostId, size }) => ({ containerID: containerId.value ?? 0, hostID: hostId.value ?? 0, size: size.value ?? 0 }));
  const result: PlainExtent[] = [];
  for (const next of plain.toSorted((a, b) => a.containerID - b.containerID)) {
    const last = result.at(-1);
    if (last && meet(last, next)) result.splice(-1, 1, { ...last, size: next.containerID + next.size - last.containerID });
    else result.push(next);
  }
  return result;
}

const isShiftedAlike = (one: PlainExtent, other: PlainExtent) => one.hostID - one.containerID === other.hostID - other.containerID;

/** Extents that go on where another ends, on both sides, become one. */
const mergedExtents = (extents: readonly Extent[]) => joined(extents, (last, next) => isShiftedAlike(last, next) && last.containerID + last.size === next.containerID);

/** Neighbours of one shift become one, the gap between them with them; as they stand where a host ID would then stand twice. */
function widenedExtents(extents: readonly Extent[]): PlainExtent[] {
  const wide = joined(extents, (last, next) => isShiftedAlike(last, next) && last.containerID + last.size <= next.containerID);
  const byHost = wide.toSorted((a, b) => a.hostID - b.hostID);
  const meets = byHost.some(({ hostID }, index) => hostID < (byHost[index - 1]?.hostID ?? -1) + (byHost[index - 1]?.size ?? 0));
  return meets ? mergedExtents(extents) : wide;
}
