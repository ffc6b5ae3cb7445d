import type { Fleet } from '../../lib/fleet/fleet';
import type { FactName } from '../../lib/report/compare/compare-evidence';
import { rowName } from '../compare/words';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { NodeNames } from './node-names';
import { fleetWords } from './words';

/** Facts that nodes tell apart, the rarest value first, with where it was read; the nodes of the commonest value are not named. */
export function OddTable({ fleet: { nodes: all, odd } }: { fleet: Fleet }) {
  const word = useWords(fleetWords);
  return (
    <section className="mt-10">
      <h2 id="odd" className="section-title">
        {word('odd')}
      </h2>
      <p className="mb-2 text-ink-2">{word('oddNote')}</p>
      <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-labelledby="odd">
        <table className="compared sm:min-w-[640px]">
          <thead>
            <tr>
              <th scope="col">{word('what')}</th>
              <th scope="col">{word('value')}</th>
              <th scope="col">{word('nodes')}</th>
            </tr>
          </thead>
          {odd.map(({ fact, name, values }) => (
            <tbody key={`${fact} ${name}`}>
              {values.map(({ value, nodes, seen }, index) => (
                <tr key={value}>
                  {index === 0 ? (
                    <th scope="rowgroup" rowSpan={values.length}>
                      <EvidenceText text={rowName(fact as FactName, name)} />
                    </th>
                  ) : null}
                  <td>
                    <code>
                      <EvidenceText text={value} />
                    </code>
                  </td>
                  <td>
                    <span className={index === values.length - 1 ? 'text-ink-3' : 'font-medium'}>{word('share', { count: nodes.length, all: all.length })}</span>{' '}
                    {index === values.length - 1 ? null : (
                      <>
                        <NodeNames names={nodes} />{' '}
                        <span className="block text-[12px] text-ink-3">
                          <EvidenceText text={`${nodes[0] ?? ''}: ${seen}`} />
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
