import type { DrawnNamespace } from '../../../lib/diagnosis/pictures/picture';
import { EvidenceText } from '../evidence-text';
import { PlaceLink } from './place-link';
import type { PictureWord, Say } from './words';

const owners: Readonly<Record<DrawnNamespace['owner'], PictureWord>> = { container: 'ownUser', joined: 'joinedUser', host: 'hostUser', unknown: 'untoldUser' };
const states: Readonly<Record<DrawnNamespace['state'], PictureWord>> = { new: 'new', joined: 'joined', host: 'hosts' };
const chip = { width: 102, height: 38, gap: 8 };

/** Boxes are user namespaces; in each stand the namespaces that it owns. The container's stands in the host's, whose child it is. */
export function NamespacesDrawing({ namespaces, width, say }: { namespaces: readonly DrawnNamespace[]; width: number; say: Say }) {
  // The user namespace of the container is the inner box itself.
  const owned = (owner: DrawnNamespace['owner']) => namespaces.filter((one) => one.owner === owner && !(one.type === 'user' && one.state !== 'host'));
  const inner = owned('container').length > 0 ? 'container' : owned('joined').length > 0 ? 'joined' : undefined;
  const columns = (room: number) => Math.max(1, Math.floor((room + chip.gap) / (chip.width + chip.gap)));
  const rows = (count: number, room: number) => Math.ceil(count / columns(room)) * (chip.height + chip.gap);
  const [hosts, own, untold] = [owned('host'), inner ? owned(inner) : [], owned('unknown')];
  const innerHeight = inner ? 30 + rows(own.length, width - 48) : 0;
  const hostHeight = 30 + rows(hosts.length, width - 24) + (inner ? innerHeight + 12 : 0);
  const height = hostHeight + 2 + (untold.length > 0 ? 44 + rows(untold.length, width - 24) : 0);
  const chips = (list: readonly DrawnNamespace[], x: number, y: number, room: number, tone: string) =>
    list.map(({ type, state }, index) => {
      const [left, top] = [x + (index % columns(room)) * (chip.width + chip.gap), y + Math.floor(index / columns(room)) * (chip.height + chip.gap)];
      return (
        <g key={type}>
          <rect x={left} y={top} width={chip.width} height={chip.height} rx={5} fill="var(--sheet)" stroke={tone} strokeDasharray={state === 'joined' ? '4 3' : undefined} />
          <text x={left + 9} y={top + 16} className="mono">{type.length > 12 ? `${type.slice(0, 11)}…` : type}</text>
          <text x={left + 9} y={top + 30} className="is-faint">{say(states[state])}</text>
        </g>
      );
    });
  const innerTop = 30 + rows(hosts.length, width - 24);
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={namespaces.map(({ type, state }) => `${type}: ${say(states[state])}`).join('; ')}>
      <rect x={1} y={1} width={width - 2} height={hostHeight} rx={7} fill="none" stroke="var(--host)" />
      <text x={12} y={20} className="is-host">{say('hostUser')}</text>
      {chips(hosts, 12, 30, width - 24, 'var(--host)')}
      {inner ? (
        <>
          <rect x={12} y={innerTop} width={width - 24} height={innerHeight} rx={7} fill="var(--container)" fillOpacity={0.07} stroke="var(--container)" />
          <text x={24} y={innerTop + 19} className="is-container">{say(owners[inner])}</text>
          {chips(own, 24, innerTop + 28, width - 48, 'var(--container)')}
        </>
      ) : null}
      {untold.length > 0 ? (
        <>
          <text x={12} y={hostHeight + 28} className="is-faint">{say('untoldUser')}</text>
          {chips(untold, 12, hostHeight + 38, width - 24, 'var(--line-strong)')}
        </>
      ) : null}
    </svg>
  );
}

export function NamespacesSection({ namespaces, say }: { namespaces: readonly DrawnNamespace[]; say: Say }) {
  return (
    <>
      <div className="picture-wide">
        <NamespacesDrawing namespaces={namespaces} width={720} say={say} />
      </div>
      <div className="picture-narrow">
        <NamespacesDrawing namespaces={namespaces} width={340} say={say} />
      </div>
      <details>
        <summary className="touch py-1 text-[13px] text-ink-2">{say('asTable')}</summary>
        <table>
          <caption className="sr-only">{say('namespaces')}</caption>
          <thead>
            <tr>
              {[say('namespace'), say('state'), say('ownedBy'), say('seen')].map((head) => (
                <th key={head} scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {namespaces.map(({ type, state, path, owner, at }) => (
              <tr key={type}>
                <td className="font-mono"><EvidenceText text={type} /></td>
                <td><EvidenceText text={path === undefined ? say(states[state]) : say('joinedAt', { path })} /></td>
                <td>{say(owners[owner])}</td>
                <td><PlaceLink at={at} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
