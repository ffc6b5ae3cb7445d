import Link from 'next/link';
import type { FleetAnswer } from '../../lib/browser/fleet-worker';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { NodeNames } from './node-names';
import { fleetWords } from './words';

interface Props {
  readonly answer: FleetAnswer;
  /** The one that is looked at; empty for all. */
  readonly node: string;
  readonly onNode: (node: string) => void;
}

/** The version planner: which upgrade rules out which causes, on which nodes, each with its source. */
export function Upgrades({ answer: { fleet, upgrades, names }, node, onNode }: Props) {
  const word = useWords(fleetWords);
  const shown = upgrades.filter(({ nodes }) => node === '' || nodes.includes(node));
  return (
    <section aria-labelledby="upgrades" className="mt-10">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="upgrades" className="section-title">
          {word('upgrades')}
        </h2>
        <span className="flex items-center gap-2 text-[13px] text-ink-2">
          <label htmlFor="node">{word('node')}</label>
          <select id="node" value={node} onChange={(event) => onNode(event.target.value)} className="touch min-h-8 max-w-[24ch] rounded-md border border-line-strong bg-sheet px-2">
            <option value="">{word('allNodes')}</option>
            {fleet.nodes.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </span>
      </div>
      <p className="mt-1 max-w-[80ch] text-ink-2">{word('upgradesNote')}</p>
      {shown.length === 0 ? <p className="mt-3">{word('noUpgrade')}</p> : null}
      <ul className="mt-2 divide-y divide-line">
        {shown.map(({ program, version, to, unlocks, nodes }) => (
          <li key={`${program} ${version} ${to} ${unlocks[0]?.cause ?? ''}`} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div>
              <p className="font-medium">
                <code>
                  <EvidenceText text={`${program} ${version} → ${to}`} />
                </code>
              </p>
              <div className="text-ink-2">
                {word('share', { count: nodes.length, all: fleet.nodes.length })} {nodes.length === fleet.nodes.length ? null : <NodeNames names={nodes} />}
              </div>
            </div>
            <ul>
              {unlocks.map(({ cause, sources: [source] }) => (
                <li key={cause}>
                  <Link href={`/causes/${cause}`} prefetch={false}>
                    {names[cause]}
                  </Link>{' '}
                  {source === undefined ? null : (
                    <a href={source} rel="noreferrer" aria-label={word('sourceOf', { cause: names[cause] ?? cause })} className="text-[12.5px] whitespace-nowrap">
                      {word('source')}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
