import Link from 'next/link';
import type { Found, FoundCause } from '../../lib/report/find-causes';
import { CopyButton } from '../_shared/copy-button';
import type { Listed } from './cause-finder';

const standings: Readonly<Record<FoundCause['standing'], { label: string; tone: string }>> = {
  proved: { label: 'the line proves it', tone: 'bg-stop-soft text-stop' },
  supported: { label: 'the line speaks for it', tone: 'bg-warn-soft text-warn' },
  open: { label: '', tone: '' },
  refuted: { label: 'the text rules it out', tone: 'bg-sunk text-ink-2' },
};

/** What a pasted line may be: the causes in order, and the way to share the answer. */
export function FoundCauses({ found, typed, causes }: { found: Found; typed: string; causes: readonly Listed[] }) {
  return (
    <section aria-label="Causes of this line" className="mt-4">
      <ol className="divide-y divide-line border-y border-line">
        {found.causes.map(({ id, howOften, standing }) => (
          <li key={id}>
            <Link href={`/causes/${id}`} prefetch={false} className="touch flex flex-col gap-x-6 gap-y-1 py-2.5 text-ink hover:text-accent sm:flex-row sm:items-baseline">
              <span className="flex-1">
                {causes.find((one) => one.id === id)?.name}
                <code className="block text-ink-3">{id}</code>
              </span>
              <span className="flex shrink-0 items-baseline gap-2 text-[12.5px] text-ink-2">
                {standings[standing].label === '' ? null : <span className={`tag ${standings[standing].tone}`}>{standings[standing].label}</span>}
                {howOften} this
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-4 flex flex-wrap gap-3">
        <CopyButton text={`${location.origin}/causes?q=${encodeURIComponent(typed)}`} label="Copy link to this search" />
        <Link href="/" className="button">
          Diagnose with config and host facts
        </Link>
      </p>
    </section>
  );
}
