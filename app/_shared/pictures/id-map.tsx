import { fallOf, type Fall } from '../../../lib/diagnosis/pictures/falls';
import type { DrawnExtent, DrawnId, IdMapPicture } from '../../../lib/diagnosis/pictures/picture';
import { IdMarker } from './id-marker';
import { placeOn, scaleOf, shelve } from './id-scale';
import { printRange, type Say } from './words';

/** More ranges than this are no picture any more; the table holds them all. */
const mostDrawn = 8;
const rowHeight = 17;

/** What an ID is, for people: `process user 0`, `owner of /srv/data 1000`. */
export function nameOf({ bearer, path }: DrawnId, say: Say): string {
  return bearer === 'rootfs' || bearer === 'volume' ? say('ownerOf', { what: bearer === 'volume' ? (path ?? say(bearer)) : say(bearer) }) : say(bearer);
}

export function sayFall(fall: Fall, side: 'container' | 'host', say: Say): string {
  return fall.kind === 'inside' ? say('inside', { side: say(side === 'container' ? 'host' : 'container'), other: fall.other }) : say(fall.kind);
}

/** Who has one ID, in one label. */
function joined(ids: readonly DrawnId[], say: Say): { side: DrawnId['side']; id: number; text: string }[] {
  const groups = new Map<string, DrawnId[]>();
  for (const one of ids) groups.set(`${one.side} ${one.id}`, [...(groups.get(`${one.side} ${one.id}`) ?? []), one]);
  return [...groups.values()].slice(0, 8).flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const names = [...new Set(same.map((one) => nameOf(one, say)))];
    const shown = names.slice(0, 2).map((name) => (name.length > 34 ? `${name.slice(0, 12)}…${name.slice(-20)}` : name));
    return { side: first.side, id: first.id, text: `${shown.join(', ')}${names.length > 2 ? ' …' : ''} ${first.id}` };
  });
}

/** Two axes with bands between them: ranges of the container above, of the host below, and who stands where. */
export function IdMapDrawing({ picture: whole, width, label, say }: { picture: IdMapPicture; width: number; label: string; say: Say }) {
  const picture = { ...whole, extents: whole.extents.slice(0, mostDrawn), granted: whole.granted.slice(0, 4) };
  const left = width > 500 ? 78 : 0;
  const [from, end] = [left + 2, width - 8];
  const scales = { container: scaleOf(picture, 'container', from, end), host: scaleOf(picture, 'host', from, end) };
  const x = (side: 'container' | 'host', id: number) => placeOn(scales[side], id, end);
  const numbers = (side: 'container' | 'host') =>
    shelve(
      picture.extents.flatMap((extent) => edgesOf(extent, side).map((id, index) => ({ text: String(id), x: x(side, index === 0 ? id : id + 1) - (index === 0 ? 0 : String(id).length * 6.9) }))),
      width,
    );
  const ids = joined(picture.ids, say).map((one) => ({ ...one, fall: fallOf(whole.extents, one.side, one.id), at: x(one.side, one.id) }));
  const texts = (side: 'container' | 'host') => shelve(ids.filter((one) => one.side === side).map((one) => ({ ...one, text: one.fall.kind === 'inside' ? one.text : `${one.text}: ${say(one.fall.kind)}`, x: one.at + 8 })), width, 6.4);
  const rows = (shelved: readonly { row: number }[]) => shelved.reduce((most, { row }) => Math.max(most, row + 1), 0) * rowHeight;
  const [above, below] = [numbers('container'), numbers('host')];
  const [inBand, under] = [texts('container'), texts('host')];
  const grants = shelve(picture.granted.map(({ owner, start, count }) => ({ text: say('granted', { owner, range: printRange(start, count) }), x: x('host', start), to: x('host', start + count), from: x('host', start) })), width, 6.4);
  const top = rows(above) + 22 - (left > 0 ? 16 : 0);
  const bottom = top + Math.max(84, rows(inBand) + 34);
  const owners = bottom + 16 + rows(below);
  const granted = owners + rows(under) + (under.length > 0 ? 6 : 0);
  const height = granted + grants.length * 26 + 8;
  const tone = (extent: DrawnExtent, side: string) => (extent.trouble === 'none' ? `var(--${side})` : 'var(--stop)');
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <text x={0} y={left > 0 ? top + 4 : 11} className="is-container">{say('container')}</text>
      <text x={0} y={left > 0 ? bottom + 4 : bottom - 10} className="is-host">{say('host')}</text>
      {[top, bottom].map((y) => (
        <line key={y} x1={from} x2={end} y1={y} y2={y} stroke="var(--line-strong)" />
      ))}
      {picture.extents.map((extent, index) => {
        const [a, b, c, d] = [x('container', extent.container), x('container', extent.container + extent.size), x('host', extent.host), x('host', extent.host + extent.size)];
        return (
          <g key={index}>
            <polygon points={`${a},${top + 5} ${b},${top + 5} ${d},${bottom - 5} ${c},${bottom - 5}`} fill={tone(extent, 'container')} opacity={0.13} />
            <rect x={a} width={Math.max(3, b - a)} y={top - 5} height={10} rx={2} fill={tone(extent, 'container')} />
            <rect x={c} width={Math.max(3, d - c)} y={bottom - 5} height={10} rx={2} fill={tone(extent, 'host')} />
          </g>
        );
      })}
      {above.map(({ text, left: at, row }, index) => (
        <text key={index} x={at} y={top - 11 - row * rowHeight} className="mono">{text}</text>
      ))}
      {below.map(({ text, left: at, row }, index) => (
        <text key={index} x={at} y={bottom + 20 + row * rowHeight} className="mono">{text}</text>
      ))}
      {ids.map(({ side, id, fall, at }) => {
        const y = side === 'container' ? top : bottom;
        const isInside = fall.kind === 'inside';
        return (
          <g key={`${side}${id}`}>
            {isInside && side === 'container' ? <line x1={at} y1={top} x2={x('host', fall.other)} y2={bottom} stroke="var(--container)" strokeDasharray="3 3" /> : null}
            <circle cx={at} cy={y} r={4} fill="var(--sheet)" stroke={isInside ? `var(--${side})` : 'var(--stop)'} strokeWidth={2} />
          </g>
        );
      })}
      {inBand.map(({ id, text, left: at, row, fall }) => (
        <text key={id} x={at} y={top + 20 + row * rowHeight} className={fall.kind === 'inside' ? 'is-strong' : 'is-stop'}>{text}</text>
      ))}
      {under.map(({ id, text, left: at, row, fall }) => (
        <text key={id} x={at} y={owners + 14 + row * rowHeight} className={fall.kind === 'inside' ? 'is-strong' : 'is-stop'}>{text}</text>
      ))}
      {grants.map(({ text, from: start, to, left: at }, index) => (
        <g key={index}>
          <rect x={start} width={Math.max(3, to - start)} y={granted + 4 + index * 26} height={4} rx={2} fill="none" stroke="var(--host)" />
          <text x={at} y={granted + 21 + index * 26} className="is-host">{text}</text>
        </g>
      ))}
      <IdMarker which={picture.which} extents={whole.extents} container={scales.container} host={scales.host} top={top} bottom={bottom} end={end} />
    </svg>
  );
}

function edgesOf(extent: DrawnExtent, side: 'container' | 'host'): number[] {
  return extent.size <= 1 ? [extent[side]] : [extent[side], extent[side] + extent.size - 1];
}
