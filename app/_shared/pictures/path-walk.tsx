import type { PathWalk, WalkStep } from '../../../lib/diagnosis/pictures/picture';
import { EvidenceText } from '../evidence-text';
import { PlaceLink } from './place-link';
import type { Say } from './words';

const letters = ['r', 'w', 'x'];

/** `rwx------ 0700` */
function printMode(mode: number): string {
  const bits = Array.from({ length: 9 }, (_, index) => ((mode >> (8 - index)) & 1 ? (letters[index % 3] ?? '') : '-')).join('');
  return `${bits} ${mode.toString(8).padStart(4, '0')}`;
}

function told(step: WalkStep, walker: PathWalk['walker'], say: Say): string {
  if (step.kind === 'not-shown') return say('notShown');
  if (step.kind === 'missing') return say('missing');
  if (step.passes === 'no') return say('stopped', { id: walker?.uid ?? '' });
  return step.passes === 'yes' ? say('passed') : say('unknown');
}

function owners({ uid, gid, mode }: WalkStep): string {
  return [uid === undefined ? '' : `${uid}:${gid ?? '?'}`, mode === undefined ? '' : printMode(mode)].filter(Boolean).join('  ');
}

const heading = (walk: PathWalk, say: Say) => say(walk.what === 'rootfs' ? 'rootfsAt' : 'bindAt');

/** A staircase of directories; red where container root is stopped, faint where it does not get. */
export function PathWalkDrawing({ walk, width, say }: { walk: PathWalk; width: number; say: Say }) {
  const stop = walk.steps.findIndex(({ passes }) => passes === 'no');
  const isWide = width > 500;
  const [riser, tread] = [isWide ? 40 : 56, isWide ? 30 : 12];
  const letter = 7.6;
  const height = walk.steps.length * riser + 18;
  const cut = (text: string, x: number) => {
    const most = Math.max(8, Math.floor(((isWide ? 330 : width) - x) / letter));
    return text.length > most ? `…${text.slice(1 - most)}` : text;
  };
  return (
    <svg width={width} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${heading(walk, say)} ${walk.path}: ${stop < 0 ? walk.steps.map((step) => told(step, walk.walker, say)).at(-1) ?? '' : `${walk.steps[stop]?.path ?? ''}, ${told(walk.steps[stop] ?? { path: '', kind: 'missing', passes: 'no' }, walk.walker, say)}`}`}>
      {walk.steps.map((step, index) => {
        const x = 6 + index * tread;
        const y = 30 + index * riser;
        const isPast = stop >= 0 && index > stop;
        const line = index === stop ? 'var(--stop)' : isPast || step.kind === 'not-shown' ? 'var(--line-strong)' : 'var(--good)';
        const name = index === 0 ? '/' : (step.path.split('/').at(-1) ?? '');
        const tone = index === stop ? 'is-stop' : 'is-faint';
        return (
          <g key={step.path}>
            <path d={`M${x} ${y} H${isWide ? x + 300 : width - 6}${index + 1 < walk.steps.length ? `M${x + tread} ${y} V${y + riser}` : ''}`} fill="none" stroke={line} strokeWidth={index === stop ? 2 : 1.5} strokeDasharray={isPast || step.kind === 'not-shown' ? '3 3' : undefined} />
            <text x={x + 4} y={y - 6} className="mono">{cut(name, x)}</text>
            {isWide ? (
              <>
                <text x={400} y={y + 4} className="mono">{owners(step)}</text>
                <text x={400} y={y + 20} className={tone}>{told(step, walk.walker, say)}</text>
              </>
            ) : (
              <>
                <text x={x + tread + 6} y={y + 16} className="mono">{owners(step)}</text>
                <text x={x + tread + 6} y={y + (owners(step) === '' ? 16 : 32)} className={tone}>{told(step, walk.walker, say)}</text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Each path with its staircase, and the same as a table. */
export function PathWalkSection({ walks, say }: { walks: readonly PathWalk[]; say: Say }) {
  return walks.map((walk) => (
    <div key={walk.path} className="mt-2 mb-4">
      <h3 className="text-[13px]">
        {heading(walk, say)}{' '}
        <code>
          <EvidenceText text={walk.path} />
        </code>
      </h3>
      <p className="mb-1 text-[13px] text-ink-3">{walk.walker ? say('walker', { id: walk.walker.uid }) : say('noWalker')}</p>
      <div className="picture-wide">
        <PathWalkDrawing walk={walk} width={720} say={say} />
      </div>
      <div className="picture-narrow">
        <PathWalkDrawing walk={walk} width={340} say={say} />
      </div>
      <details>
        <summary className="touch py-1 text-[13px] text-ink-2">{say('asTable')}</summary>
        <table>
          <caption className="sr-only">{`${heading(walk, say)} ${walk.path}`}</caption>
          <thead>
            <tr>
              {[say('directory'), say('owner'), say('mode'), say('passage'), say('seen')].map((head) => (
                <th key={head} scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {walk.steps.map((step) => (
              <tr key={step.path}>
                <td className="font-mono"><EvidenceText text={step.path} /></td>
                <td className="font-mono text-host">{step.uid === undefined ? '' : `${step.uid}:${step.gid ?? '?'}`}</td>
                <td className="font-mono">{step.mode === undefined ? '' : printMode(step.mode)}</td>
                <td className={step.passes === 'no' ? 'text-stop' : ''}>{told(step, walk.walker, say)}{step.mapped === false ? `; ${say('unmapped')}` : ''}</td>
                <td>{step.at ? <PlaceLink at={step.at} /> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  ));
}
