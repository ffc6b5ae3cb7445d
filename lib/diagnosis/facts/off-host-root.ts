import type { Known } from '../documents/document';
import { replace, type Patch } from '../fixes/patch';
import { largestMappableId, type ExtentNumber, type IdMap } from './id-map';
import { customarySubids, firstSubid } from './subid-ranges';

/**
 * Moves the extents of host ID 0 behind the others, and cuts one that would run past the last ID. Where the runtime
 * runs in a user namespace itself, `outer` is its map: the IDs must exist there.
 */
export function moveOffHostRoot(maps: readonly Known<IdMap>[], outer?: IdMap): { readonly patch: readonly Patch[]; readonly changed: readonly ExtentNumber[] } {
  const held = maps.flatMap(({ value }) => value.extentOfHost(0) ?? []);
  const others = maps.flatMap(({ value }) => value.extents.filter((extent) => !held.includes(extent)));
  const room = others.length === 0 && outer && !outer.holdsContainer(firstSubid) ? outer.extentOfContainer(1) : undefined;
  const last = room ? (room.containerId.value ?? 0) + (room.size.value ?? 0) - 1 : largestMappableId;
  const first = room ? 1 : others.reduce((next, { hostId, size }) => Math.max(next, (hostId.value ?? 0) + (size.value ?? 0)), firstSubid);
  const moves = held.flatMap(({ hostId, size }) => [
    { at: hostId, value: first },
    ...(first + (size.value ?? 0) - 1 > last ? [{ at: size, value: room ? last : customarySubids }] : []),
  ]);
  return { patch: moves.flatMap(({ at, value }) => replace(at.span, value)), changed: moves.map(({ at }) => at) };
}
