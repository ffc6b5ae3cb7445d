import Link from 'next/link';
import type { CauseId } from '../../../lib/diagnosis/cause-ids';
import type { Language } from '../../../lib/diagnosis/sentence';
import { listCauses, type CauseDescription } from '../../../lib/report/reference';
import { referenceWords } from '../words';

/** Causes that come and go together: mend the deeper one first. */
export function Related({ related, language }: Pick<CauseDescription, 'related'> & { readonly language: Language }) {
  if (related.hides.length === 0 && related.hiddenBy.length === 0) return null;
  const words = referenceWords[language];
  return (
    <section className="mt-9" aria-labelledby="related">
      <h2 id="related" className="section-title mb-2.5">
        {words.related}
      </h2>
      <Group says={words.hides} ids={related.hides} language={language} />
      <Group says={words.hiddenBy} ids={related.hiddenBy} language={language} />
    </section>
  );
}

function Group({ says, ids, language }: { says: string; ids: readonly CauseId[]; language: Language }) {
  if (ids.length === 0) return null;
  const names = new Map(listCauses(language).map(({ id, name }) => [id, name]));
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
