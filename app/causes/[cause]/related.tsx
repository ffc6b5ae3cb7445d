import Link from 'next/link';
import type { CauseId } from '../../../lib/diagnosis/cause-ids';
import { listCauses, type CauseDescription } from '../../../lib/report/reference';

/** Causes that come and go together: mend the deeper one first. */
export function Related({ related }: Pick<CauseDescription, 'related'>) {
  if (related.hides.length === 0 && related.hiddenBy.length === 0) return null;
  return (
    <section className="mt-9" aria-labelledby="related">
      <h2 id="related" className="section-title mb-2.5">
        Related causes
      </h2>
      <Group says="Where both are proved, mend this one first; these vanish with it:" ids={related.hides} />
      <Group says="Where both are proved, mend one of these first; this one vanishes with it:" ids={related.hiddenBy} />
    </section>
  );
}

function Group({ says, ids }: { says: string; ids: readonly CauseId[] }) {
  if (ids.length === 0) return null;
  const names = new Map(listCauses('en').map(({ id, name }) => [id, name]));
  return (
    <>
      <p className="mt-2 text-ink-2">{says}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {ids.map((id) => (
          <li key={id}>
            <Link href={`/causes/${id}`} prefetch={false}>
              {names.get(id)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
