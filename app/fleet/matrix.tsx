import Link from 'next/link';
import type { FleetAnswer } from '../../lib/browser/fleet-worker';
import type { Cell } from '../../lib/fleet/fleet';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { fleetWords } from './words';

/** A mark and its colour; the legend says it in words, and so does each cell to who cannot see it. */
const marks: Readonly<Record<Cell, { readonly mark: string; readonly style: string }>> = {
  fails: { mark: '✕', style: 'bg-stop-soft text-stop font-semibold' },
  suspect: { mark: '?', style: 'bg-warn-soft text-warn font-semibold' },
  met: { mark: '✓', style: 'text-good' },
  unknown: { mark: '·', style: 'text-ink-3' },
};

interface Props {
  readonly answer: FleetAnswer;
  /** The one that is looked at; empty for none. */
  readonly node: string;
  readonly onNode: (node: string) => void;
}

/** Node × requirement: a row a requirement, a column a node, the odd ones of both first. */
export function Matrix({ answer: { fleet, order, names }, node, onNode }: Props) {
  const word = useWords(fleetWords);
  return (
    <section className="mt-10">
      <h2 id="matrix" className="section-title">
        {word('matrix')}
      </h2>
      <p className="text-ink-2">{word('matrixNote')}</p>
      <ul className="mt-1 mb-2 flex flex-wrap gap-x-4 text-[13px] text-ink-2" aria-hidden>
        {Object.entries(marks).map(([cell, { mark, style }]) => (
          <li key={cell} className="flex items-center gap-1.5">
            <span className={`inline-block w-5 rounded-sm text-center ${style}`}>{mark}</span>
            {word(`cell-${cell as Cell}`)}
          </li>
        ))}
      </ul>
      {/* What only screen readers see is placed within it, and scrolls with it. */}
      <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-labelledby="matrix">
        <table className="fleet-matrix">
          <thead>
            <tr>
              <th scope="col">{word('requirement')}</th>
              {order.map((index) => {
                const name = fleet.nodes[index] ?? '';
                return (
                  <th key={index} scope="col">
                    <button type="button" aria-pressed={name === node} aria-label={word('show', { node: name })} onClick={() => onNode(name === node ? '' : name)}>
                      <EvidenceText text={name} />
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {fleet.requirements.map(({ cause, cells }) => (
              <tr key={cause}>
                <th scope="row">
                  <Link href={`/causes/${cause}`} prefetch={false}>
                    {names[cause]}
                  </Link>
                </th>
                {order.map((index) => {
                  const cell = cells[index] ?? 'unknown';
                  return (
                    <td key={index} className={`${marks[cell].style} ${fleet.nodes[index] === node ? 'fleet-chosen' : ''}`}>
                      <span aria-hidden>{marks[cell].mark}</span>
                      <span className="sr-only">{word(`cell-${cell}`)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
