import { useState } from 'react';
import type { FleetAnswer } from '../../lib/browser/fleet-worker';
import { CopyButton } from '../_shared/copy-button';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { FailsList } from './fails-list';
import { Matrix } from './matrix';
import { OddTable } from './odd-table';
import { Upgrades } from './upgrades';
import { fleetWords } from './words';

/** What came of a fleet: what fails, where nodes differ, all of it as a matrix, and what an upgrade would mend. */
export function FleetResult({ answer, clear }: { answer: FleetAnswer; clear: () => void }) {
  const word = useWords(fleetWords);
  const [node, setNode] = useState('');
  const { fleet, refused, text } = answer;
  const failing = fleet.requirements.filter(({ cells }) => cells.includes('fails'));
  const summary = fleet.nodes.length === 0 ? word('nothing') : fleet.nodes.length === 1 ? word('one') : word('summary', { count: fleet.nodes.length, failing: failing.length, odd: fleet.odd.length });
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <p role="status" className="mr-auto text-[16px]">
          {summary}
        </p>
        {fleet.nodes.length === 0 ? null : <CopyButton text={text} label={word('copyText')} />}
        <button type="button" className="button" onClick={clear}>
          {word('again')}
        </button>
      </div>
      {refused.length === 0 ? null : (
        <details className="mt-3 border border-warn-line bg-warn-soft px-4 py-2 text-warn">
          <summary className="touch">{word('refused', { count: refused.length })}</summary>
          <ul className="mt-1">
            {refused.map(({ name, why }) => (
              <li key={name}>
                <EvidenceText text={name} />: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {fleet.nodes.length === 0 ? null : (
        <>
          <FailsList answer={answer} failing={failing} />
          {fleet.odd.length === 0 ? null : <OddTable fleet={fleet} />}
          {fleet.requirements.length === 0 ? null : <Matrix answer={answer} node={node} onNode={setNode} />}
          <Upgrades answer={answer} node={node} onNode={setNode} />
        </>
      )}
    </>
  );
}
