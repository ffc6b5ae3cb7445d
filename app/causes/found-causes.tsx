import Link from 'next/link';
import type { Found, FoundCause } from '../../lib/report/find-causes';
import { CopyButton } from '../_shared/copy-button';
import { useWords } from '../_shared/language';
import type { Listed } from './cause-finder';
import { referenceWords } from './words';

const tones: Readonly<Record<Exclude<FoundCause['standing'], 'open'>, string>> = { proved: 'bg-stop-soft text-stop', supported: 'bg-warn-soft text-warn', refuted: 'bg-sunk text-ink-2' };

/** What a pasted line may be: the causes in order, and the way to share the answer. */
export function FoundCauses({ found, typed, causes }: { found: Found; typed: string; causes: readonly Listed[] }) {
  const word = useWords(referenceWords);
  return (
    <section aria-label={word('foundCauses')} className="mt-4">
      <ol className="divide-y divide-line border-y border-line">
        {found.causes.map(({ id, howOften, standing }) => (
          <li key={id}>
            <Link href={`/causes/${id}`} prefetch={false} className="touch flex flex-col gap-x-6 gap-y-1 py-2.5 text-ink hover:text-accent sm:flex-row sm:items-baseline">
              <span className="flex-1">
                {causes.find((one) => one.id === id)?.name}
                <code className="block text-ink-3">{id}</code>
              </span>
              <span className="flex shrink-0 items-baseline gap-2 text-[12.5px] text-ink-2">
                {standing === 'open' ? null : <span className={`tag ${tones[standing]}`}>{word(standing)}</span>}
                {word(howOften)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-3">
        <CopyButton text={`${location.origin}/causes?q=${encodeURIComponent(typed)}`} label={word('copySearch')} />
        <Link href="/" className="button">
          {word('diagnoseWith')}
        </Link>
      </p>
    </section>
  );
}
