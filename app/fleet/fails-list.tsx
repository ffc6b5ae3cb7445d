import Link from 'next/link';
import type { FleetAnswer } from '../../lib/browser/fleet-worker';
import { useWords } from '../_shared/language';
import { NodeNames } from './node-names';
import { fleetWords } from './words';

/** Requirements that nodes fail, those of the fewest nodes first: "3 of 40". */
export function FailsList({ answer: { fleet, names }, failing }: { answer: FleetAnswer; failing: FleetAnswer['fleet']['requirements'] }) {
  const word = useWords(fleetWords);
  return (
    <section aria-labelledby="fails" className="mt-8">
      <h2 id="fails" className="section-title mb-2">
        {word('fails')}
      </h2>
      {failing.length === 0 ? <p className="text-ink-2">{word('failsNothing')}</p> : null}
      <ul className="divide-y divide-line">
        {failing.map(({ cause, cells }) => {
          const nodes = fleet.nodes.filter((_, index) => cells[index] === 'fails');
          return (
            <li key={cause} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[88px_minmax(0,1fr)]">
              <span className="font-medium text-stop">{word('share', { count: nodes.length, all: fleet.nodes.length })}</span>
              <div>
                <Link href={`/causes/${cause}`} prefetch={false}>
                  {names[cause]}
                </Link>
                <div className="mt-1 text-ink-2">
                  <NodeNames names={nodes} />
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
