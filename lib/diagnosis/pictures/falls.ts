import type { DrawnExtent } from './picture';

/** Where an ID falls on its side of a map: inside with its other number, in a hole between extents, or outside all of them. */
export type Fall = { readonly kind: 'inside'; readonly other: number } | { readonly kind: 'hole' } | { readonly kind: 'below' } | { readonly kind: 'beyond' };

/** Places an ID of one side on a map; of extents that overlap, the first counts, as in the kernel's search. */
export function fallOf(extents: readonly DrawnExtent[], side: 'container' | 'host', id: number): Fall {
  const across = side === 'container' ? 'host' : 'container';
  const holding = extents.find((extent) => id >= extent[side] && id < extent[side] + extent.size);
  if (holding) return { kind: 'inside', other: holding[across] + (id - holding[side]) };
  if (!extents.some((extent) => id < extent[side])) return { kind: 'beyond' };
  return { kind: extents.some((extent) => id >= extent[side]) ? 'hole' : 'below' };
}

/** A stretch of IDs that no extent holds, between two that do; the end is exclusive. */
export interface Hole {
  readonly start: number;
  readonly end: number;
}

/** The holes of one side; on the container's side one that begins at 0 counts too, since its IDs are in use by custom. */
export function holesOf(extents: readonly DrawnExtent[], side: 'container' | 'host'): Hole[] {
  const ordered = extents.filter(({ size }) => size > 0).toSorted((a, b) => a[side] - b[side]);
  const holes: Hole[] = [];
  let reached = side === 'container' ? 0 : (ordered[0]?.[side] ?? 0);
  for (const extent of ordered) {
    if (extent[side] > reached) holes.push({ start: reached, end: extent[side] });
    reached = Math.max(reached, extent[side] + extent.size);
  }
  return holes;
}
