import { defineCause, mark, open, proved, refuted } from '../../cause';
import type { Known } from '../../documents/document';
import type { Extent, ExtentNumber, IdMap } from '../../facts/id-map';
import { firstSubid, ownRanges } from '../../facts/subid-ranges';
import { editConfig } from '../../fixes/edit-config';
import { fix } from '../../fixes/fix';
import { remove, replace, type Patch } from '../../fixes/patch';
import { look } from '../../fixes/sh';
import { zh } from './mapping-overlap.zh';

type Side = 'container' | 'host';

interface Overlap {
  readonly side: Side;
  readonly first: Extent;
  readonly second: Extent;
  readonly map: Known<IdMap>;
  /** Where a granted range begins that holds as many IDs as the second extent. */
  readonly granted?: number | undefined;
}

interface Match {
  /** The first of each map that has one. */
  readonly overlaps: readonly Overlap[];
}

export const mappingOverlap = defineCause({
  id: 'mapping-overlap',
  step: 'write-id-maps',
  effect: 'stops',
  explains: { 'init-vanished': 'rarely', 'id-map-write-invalid': 'usually', 'id-range-not-granted': 'rarely' },
  // newuidmap looks at what is granted before the kernel looks at the map; the extent that is moved is the one that was refused.
  underlies: ['subid-range-mismatch'],
  uses: ['uidMap', 'gidMap', 'askedUidMap', 'askedGidMap', 'subuids', 'caller', 'failure'],
  references: [
    { title: 'user_namespaces(7): defining user and group ID mappings', url: 'https://man7.org/linux/man-pages/man7/user_namespaces.7.html' },
    { title: 'Linux: kernel/user_namespace.c, mappings_overlap', url: 'https://github.com/torvalds/linux/blob/master/kernel/user_namespace.c' },
  ],
  words: {
    en: {
      name: 'Two extents of one map overlap',
      pageWhy:
        'A map is one to one. The kernel checks each new extent against the earlier ones and refuses the whole map with EINVAL where container IDs or host IDs of two extents overlap.',
      pageTell: 'Two extents of uidMappings (or of gidMappings) share a container ID or a host ID. The same host range in the uid map and in the gid map is no overlap. A number that runs past the end gives the same EINVAL.',
      pageSure: 'Two extents of one map share a number on the same side.',
      pageNot: 'Both maps are known and no two extents meet. Extents that touch are no overlap, nor is one range in both the uid map and the gid map.',
      title: 'Two extents of the map share {side} IDs, so the kernel refuses the map',
      titleUnknown: 'Two extents of the map may overlap, which the kernel refuses',
      explanation: 'The kernel takes a map only if it is one to one: no {side} ID may stand in two extents. It answers EINVAL and nothing of the map is written.',
      container: 'container',
      host: 'host',
      either: 'container or host',
      first: 'This extent holds {side} IDs {range}.',
      second: 'This one holds {side} IDs {range}, which overlap.',
      sound: 'No two extents of this map overlap.',
      grantedTitle: 'Look for ranges that hold the same IDs, keep one line, and start again what reads them',
      removeTitle: 'Take out the extent that another one already holds (config only)',
      removeCosts: 'IDs {range} are then mapped by the larger extent.',
      removeUndo: 'Put the extent back.',
      shortenTitle: 'Move or shorten an extent so that the two do not meet (config only)',
      shortenCosts: 'Files that belong to the old host IDs of that extent need a new owner.',
      shortenUndo: 'Put `{value}` back at `{pointer}`.',
    },
    zh,
  },
  judge({ uidMap, gidMap, askedUidMap, askedGidMap, subuids, caller, failure }, say) {
    const maps = [uidMap, gidMap, askedUidMap, askedGidMap].filter((map) => map !== undefined);
    const found = maps.flatMap((map) => findOverlap(map) ?? []);
    const [overlap] = found;
    if (overlap) {
      const { side, first, second } = overlap;
      const own = ownRanges(subuids?.value, caller?.value);
      const overlaps = found.map((one): Overlap => ({ ...one, granted: own.find((line) => line.count >= size(one.second) && isFree(line.start, one))?.start }));
      return proved({ overlaps }, [
        mark(first.span, say('first', { side: say(side), range: rangeOf(first, side) })),
        mark(second.span, say('second', { side: say(side), range: rangeOf(second, side) })),
      ]);
    }
    const both = uidMap && gidMap ? [uidMap, gidMap] : askedUidMap && askedGidMap ? [askedUidMap, askedGidMap] : [];
    const [sound] = both;
    if (sound && failure) return refuted([mark(sound, say('sound'))]);
    return open<Match, 'uidMap' | 'gidMap'>({ overlaps: [] }, ['uidMap', 'gidMap']);
  },
  explain({ overlaps: [overlap] }, say) {
    const side = say(overlap?.side ?? 'either');
    return { title: overlap ? say('title', { side }) : say('titleUnknown'), explanation: say('explanation', { side }) };
  },
  fixes({ overlaps }, say) {
    const verify = [look`jq .linux.uidMappings,.linux.gidMappings config.json`];
    const [overlap] = overlaps;
    if (!overlap) {
      return [fix({ title: say('shortenTitle'), risk: 'review', costs: say('shortenCosts'), ...partExtents() })];
    }
    // Both maps are mostly written alike: with one of them parted, the kernel would refuse the other.
    const parted = overlaps.map(part);
    const patch = parted.flatMap((one) => one.patch);
    const undo = parted.filter((one) => one.patch.length > 0).map(({ changed }) => (changed ? say('shortenUndo', { value: changed.text, pointer: changed.span.pointer ?? '' }) : say('removeUndo')));
    const [{ inner } = part(overlap)] = parted;
    if (parted.every(({ changed }) => !changed)) {
      const costs = say('removeCosts', { range: rangeOf(inner, 'container') });
      // Where a program made the map of the granted ranges, the files with them are what to mend.
      const granted = [look`grep . /etc/subuid /etc/subgid`];
      return [fix({ title: say(patch.length > 0 ? 'removeTitle' : 'grantedTitle'), risk: 'review', costs, patch, commands: patch.length > 0 ? [] : granted, undo, verify: patch.length > 0 ? verify : granted })];
    }
    return [fix({ title: say('shortenTitle'), risk: 'review', costs: say('shortenCosts'), patch, commands: patch.length ? [] : verify, undo, verify })];
  },
});

/** The same for a config that was not given: an extent that another one holds goes, one that shares host IDs moves behind the others. */
const partExtents = () =>
  editConfig`(.linux.uidMappings, .linux.gidMappings | arrays) |= (reduce .[] as $next ([]; if any(.[]; .containerID <= $next.containerID and $next.containerID + $next.size <= .containerID + .size) then . elif any(.[]; .hostID < $next.hostID + $next.size and $next.hostID < .hostID + .size) then . + [$next + {hostID: ([100000, (.[] | .hostID + .size)] | max)}] else . + [$next] end))`;

/** What parts two extents; without `changed` one of them is taken out. */
function part(overlap: Overlap): { readonly inner: Extent; readonly patch: readonly Patch[]; readonly changed?: ExtentNumber } {
  const { side, first, second, granted } = overlap;
  const [outer, inner] = size(first) >= size(second) ? [first, second] : [second, first];
  if (inside(inner, outer, 'container')) return { inner, patch: remove(inner.span) };
  if (side === 'host') return { inner, patch: replace(second.hostId.span, granted ?? freeBehind(overlap)), changed: second.hostId };
  const [earlier, later] = start(first, side) <= start(second, side) ? [first, second] : [second, first];
  return { inner, patch: replace(earlier.size.span, start(later, side) - start(earlier, side)), changed: earlier.size };
}

/** Would the second extent meet none of the others, if its host IDs began here? */
function isFree(begin: number, { second, map }: Overlap): boolean {
  return !map.value.extents.some((one) => one !== second && start(one, 'host') < begin + size(second) && begin < start(one, 'host') + size(one));
}

/** Right behind the first extent, else behind all of the map; no ID below those that useradd grants, which users and programs of the host have. */
function freeBehind(overlap: Overlap): number {
  const behind = Math.max(start(overlap.first, 'host') + size(overlap.first), firstSubid);
  return isFree(behind, overlap) ? behind : overlap.map.value.extents.reduce((last, one) => Math.max(last, start(one, 'host') + size(one)), behind);
}

function number(extent: Extent, side: Side): ExtentNumber {
  return side === 'container' ? extent.containerId : extent.hostId;
}

function start(extent: Extent, side: Side): number {
  return number(extent, side).value ?? 0;
}

function size(extent: Extent): number {
  return extent.size.value ?? 0;
}

function rangeOf(extent: Extent, side: Side): string {
  return `${start(extent, side)}-${start(extent, side) + size(extent) - 1}`;
}

function inside(inner: Extent, outer: Extent, side: Side): boolean {
  return start(inner, side) >= start(outer, side) && start(inner, side) + size(inner) <= start(outer, side) + size(outer);
}

/** The first two extents that meet, on either side; sorted by their start, so that long maps stay cheap. */
function findOverlap(map: Known<IdMap>): Overlap | undefined {
  for (const side of ['container', 'host'] as const) {
    const sorted = map.value.extents
      .filter((extent) => number(extent, side).value !== undefined && size(extent) > 0)
      .toSorted((a, b) => start(a, side) - start(b, side));
    let widest: Extent | undefined;
    for (const extent of sorted) {
      if (widest && start(extent, side) < start(widest, side) + size(widest)) {
        const [first, second] = map.value.extents.indexOf(widest) < map.value.extents.indexOf(extent) ? [widest, extent] : [extent, widest];
        return { side, first, second, map };
      }
      widest = extent;
    }
  }
  return undefined;
}
