import { exampleFleet } from '../../lib/examples/fleet';
import { Commands } from '../_shared/commands';
import { useWords } from '../_shared/language';
import type { useFleet } from './use-fleet';
import { fleetWords } from './words';

/** Where nothing is given yet: the place for an archive, an example, and how an archive is made. */
export function FleetBox({ compare }: Pick<ReturnType<typeof useFleet>, 'compare'>) {
  const word = useWords(fleetWords);
  return (
    <div className="grid items-start gap-x-8 gap-y-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <section aria-label={word('box')} className="rounded-lg border border-dashed border-line-strong bg-sheet px-5 py-8">
        <p className="text-[16px] font-medium">{word('drop')}</p>
        <p className="mt-1 mb-4 text-ink-2">{word('dropHint')}</p>
        <div className="flex flex-wrap gap-3">
          <label className="button button-primary">
            {word('pick')}
            <input type="file" multiple className="sr-only" onChange={(event) => compare({ files: [...(event.target.files ?? [])] })} />
          </label>
          <button type="button" className="button" onClick={() => compare({ texts: exampleFleet() })}>
            {word('example')}
          </button>
        </div>
        <noscript>
          <p className="mt-4 text-ink-2">{word('withoutScript')}</p>
        </noscript>
      </section>
      <section aria-label={word('howTo')}>
        <h2 className="section-title mb-2">{word('howTo')}</h2>
        <p className="mb-1 text-[13px] text-ink-2">{word('onNode')}</p>
        <Commands commands={['mkdir -p "$(hostname)" && sh collect.sh --rootless -o "$(hostname)/bundle.txt"']} label={word('copy')} />
        <p className="mt-3 mb-1 text-[13px] text-ink-2">{word('together')}</p>
        <Commands commands={['tar czf fleet.tgz node-*/']} label={word('copy')} />
      </section>
    </div>
  );
}
