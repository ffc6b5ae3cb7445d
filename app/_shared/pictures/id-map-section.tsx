import { fallOf, holesOf } from '../../../lib/diagnosis/pictures/falls';
import type { IdMapPicture } from '../../../lib/diagnosis/pictures/picture';
import { EvidenceText } from '../evidence-text';
import { IdMapDrawing, nameOf, sayFall } from './id-map';
import { IdProbe } from './id-probe';
import { PlaceLink } from './place-link';
import { printRange, type Say } from './words';

/** The maps of users and groups; drawn once where both are the same. */
export function IdMapSection({ maps, say }: { maps: readonly IdMapPicture[]; say: Say }) {
  const [first, second] = maps;
  const isSame = first !== undefined && second !== undefined && shapeOf(first) === shapeOf(second);
  const shown = isSame ? [{ title: say('usersAndGroups'), picture: { ...first, ids: [...first.ids, ...second.ids] } }] : maps.map((picture) => ({ title: say(picture.which === 'uid' ? 'users' : 'groups'), picture }));
  return (
    <>
      {shown.map(({ title, picture }) => (
        <OneMap key={title} title={title} picture={picture} hasTitle={shown.length > 1} say={say} />
      ))}
      <IdProbe maps={shown.map(({ title, picture }) => ({ title, extents: picture.extents }))} />
    </>
  );
}

function shapeOf({ extents, granted, ids }: IdMapPicture): string {
  return JSON.stringify([extents.map(({ container, host, size }) => [container, host, size]), granted.map(({ start, count }) => [start, count]), [...new Set(ids.map(({ side, id }) => `${side} ${id}`))].toSorted()]);
}

function OneMap({ title, picture, hasTitle, say }: { title: string; picture: IdMapPicture; hasTitle: boolean; say: Say }) {
  const label = `${say('idMap')}, ${title.toLowerCase()}: ${picture.extents.map(({ container, host, size }) => `${printRange(container, size)} → ${printRange(host, size)}`).slice(0, 4).join('; ')}`;
  const more = picture.extents.length - 8;
  return (
    <div className="mt-2">
      {hasTitle ? <h3 className="mb-1 text-[13px]">{title}</h3> : null}
      <div className="picture-wide">
        <IdMapDrawing picture={picture} width={720} label={label} say={say} />
      </div>
      <div className="picture-narrow">
        <IdMapDrawing picture={picture} width={340} label={label} say={say} />
      </div>
      {more > 0 ? <p className="text-ink-3">{say('moreRanges', { count: more })}</p> : null}
      <details>
        <summary className="touch py-1 text-[13px] text-ink-2">{say('asTable')}</summary>
        <IdTable picture={picture} title={title} say={say} />
      </details>
    </div>
  );
}

function IdTable({ picture, title, say }: { picture: IdMapPicture; title: string; say: Say }) {
  const { extents, granted, ids, unreadable } = picture;
  return (
    <table>
      <caption className="sr-only">{`${say('idMap')}: ${title}`}</caption>
      <thead>
        <tr>
          {([say('what'), say('container'), say('host'), say('falls'), say('seen')] as const).map((head) => (
            <th key={head} scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {extents.map(({ container, host, size, trouble, at }, index) => (
          <tr key={`e${index}`}>
            <td>{say('range')}</td>
            <td className="font-mono text-container">{printRange(container, size)}</td>
            <td className="font-mono text-host">{printRange(host, size)}</td>
            <td className="text-stop">{say(trouble)}</td>
            <td><PlaceLink at={at} /></td>
          </tr>
        ))}
        {unreadable.map(({ text, at }, index) => (
          <tr key={`u${index}`}>
            <td>{say('range')}</td>
            <td colSpan={3} className="text-stop"><EvidenceText text={say('unreadable', { text })} /></td>
            <td><PlaceLink at={at} /></td>
          </tr>
        ))}
        {holesOf(extents, 'container').map(({ start, end }) => (
          <tr key={`h${start}`}>
            <td>{say('hole')}</td>
            <td className="font-mono text-container">{printRange(start, end - start)}</td>
            <td colSpan={3} />
          </tr>
        ))}
        {ids.map((one, index) => (
          <tr key={`i${index}`}>
            <td><EvidenceText text={nameOf(one, say)} /></td>
            <td className="font-mono text-container">{one.side === 'container' ? one.id : ''}</td>
            <td className="font-mono text-host">{one.side === 'host' ? one.id : ''}</td>
            <td>{sayFall(fallOf(extents, one.side, one.id), one.side, say)}</td>
            <td><PlaceLink at={one.at} /></td>
          </tr>
        ))}
        {granted.map(({ owner, start, count, at }, index) => (
          <tr key={`g${index}`}>
            <td colSpan={2}><EvidenceText text={say('grantedTo', { owner })} /></td>
            <td className="font-mono text-host">{printRange(start, count)}</td>
            <td />
            <td><PlaceLink at={at} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
