import type { Known } from '../documents/document';
import { replace, type Patch } from '../fixes/patch';
import { largestMappableId, type ExtentNumber, type IdMap } from './id-map';
import { customarySubids, firstSubid } from './subid-ranges';

/** Moves the extents of host ID 0 behind the others, and cuts one that would run past the last ID. */
export function moveOffHostRoot(maps: readonly Known<IdMap>[]): { readonly patch: readonly Patch[]; readonly changed: readonly ExtentNumber[] } {
  const held = maps.flatMap(({ value }) => value.extentOfHost(0) ?? []);
  const others = maps.flatMap(({ value }) => value.extents.filter((extent) => !held.includes(extent)));
  const first = others.reduce((next, { hostId, size }) => Math.max(next, (hostId.value ?? 0) + (size.value ?? 0)), firstSubid);
  const moves = held.flatMap(({ hostId, size }) => [
    { at: hostId, value: first },
    ...(first + (size.value ?? 0) - 1 > largestMappableId ? [{ at: size, value: customarySubids }] : []),
  ]);
  return { patch: moves.flatMap(({ at, value }) => replace(at.span, value)), changed: moves.map(({ at }) => at) };
}
