import type { IdMapPicture } from '../../../lib/diagnosis/pictures/picture';

/** An ID and where it stands, in pixels; between two of them the scale is even. */
export type ScaleStop = readonly [id: number, x: number];

type Side = 'container' | 'host';

/** The stretches of one side that hold something: extents, and granted ranges on the host's. */
function heldOn({ extents, granted }: IdMapPicture, side: Side): { start: number; end: number }[] {
  const held = extents.map((extent) => ({ start: extent[side], end: extent[side] + extent.size }));
  return side === 'host' ? [...held, ...granted.map(({ start, count }) => ({ start, end: start + count }))] : held;
}

/**
 * The scale of one side: from 0 on, every edge of a range and every ID has its place. IDs run to four thousand million, so
 * a stretch gets room by the logarithm of its length, and one that nothing holds gets less.
 */
export function scaleOf(picture: IdMapPicture, side: Side, from: number, to: number): ScaleStop[] {
  const held = heldOn(picture, side);
  const points = picture.ids.filter((one) => one.side === side).flatMap(({ id }) => [id, id + 1]);
  const edges = [...new Set([0, ...held.flatMap(({ start, end }) => [start, end]), ...points])].toSorted((a, b) => a - b);
  const weights = edges.slice(1).map((edge, index) => {
    const start = edges[index] ?? 0;
    const isHeld = held.some((one) => one.start <= start && edge <= one.end);
    return (isHeld ? 1 : 0.6) * (0.3 + Math.log10(edge - start + 1));
  });
  // The axis goes on behind the last edge.
  const total = weights.reduce((sum, weight) => sum + weight, 0) * 1.12 || 1;
  let x = from;
  const places = weights.map((weight) => (x += (weight / total) * (to - from)));
  return edges.map((edge, index): ScaleStop => [edge, index === 0 ? from : (places[index - 1] ?? to)]);
}

/** Where an ID stands; behind the last edge, at the end of the axis. */
export function placeOn(scale: readonly ScaleStop[], id: number, end: number): number {
  const after = scale.findIndex(([edge]) => edge >= id);
  if (after < 0) return end;
  const [edge, x] = scale[after] ?? [0, end];
  const [before, from] = scale[after - 1] ?? [edge, x];
  return edge === before ? x : from + ((id - before) / (edge - before)) * (x - from);
}

/** A text that wants to stand at `x`. */
export interface Wanted {
  readonly text: string;
  readonly x: number;
}

/** Puts texts on as few rows as hold them without touching; each gets its row and its left edge. */
export function shelve<T extends Wanted>(texts: readonly T[], width: number, letter = 6.9): (T & { readonly row: number; readonly left: number })[] {
  const ends: number[] = [];
  return texts
    .toSorted((a, b) => a.x - b.x)
    .map((one) => {
      const room = one.text.length * letter;
      const left = Math.max(0, Math.min(one.x, width - room));
      const free = ends.findIndex((end) => end <= left);
      const row = free < 0 ? ends.length : free;
      ends[row] = left + room + 10;
      return { ...one, row, left };
    });
}
