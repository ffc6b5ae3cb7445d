'use client';

import { fallOf } from '../../../lib/diagnosis/pictures/falls';
import type { DrawnExtent } from '../../../lib/diagnosis/pictures/picture';
import { placeOn, type ScaleStop } from './id-scale';
import { usePointedId } from './pointed-id';

interface Props {
  readonly which: 'uid' | 'gid';
  readonly extents: readonly DrawnExtent[];
  readonly container: readonly ScaleStop[];
  readonly host: readonly ScaleStop[];
  readonly top: number;
  readonly bottom: number;
  readonly end: number;
}

/** Marks the ID that is pointed at on both axes. */
export function IdMarker({ extents, container, host, top, bottom, end }: Props) {
  const pointed = usePointedId();
  if (!pointed) return null;
  const marks = (['container', 'host'] as const).map((side) => {
    const fall = fallOf(extents, side, pointed.id);
    return { side, x: placeOn(side === 'container' ? container : host, pointed.id, end), y: side === 'container' ? top : bottom, isInside: fall.kind === 'inside' };
  });
  return marks.map(({ side, x, y, isInside }) => (
    <g key={side}>
      <line x1={x} x2={x} y1={y - 14} y2={y + 14} stroke="var(--accent)" strokeWidth={2} strokeDasharray={isInside ? undefined : '2 2'} />
    </g>
  ));
}
