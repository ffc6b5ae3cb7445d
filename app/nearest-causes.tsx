'use client';

import Link from 'next/link';
import { useSyncExternalStore } from 'react';
import { nearestCauses } from '../lib/report/nearest-causes';
import { useWords } from './_shared/language';
import { shellWords } from './_shared/shell-words';

const never = () => () => {};

/** For an address below /causes: the causes whose ids are most like what stands there. */
export function NearestCauses() {
  const word = useWords(shellWords);
  const wanted = useSyncExternalStore(never, () => /^\/causes\/([^/]+)/.exec(location.pathname)?.[1] ?? '', () => '');
  const near = wanted === '' ? [] : nearestCauses(wanted);
  if (near.length === 0) return null;
  return (
    <section aria-labelledby="nearest" className="mt-6">
      <h2 id="nearest" className="section-title">
        {word('nearest')}
      </h2>
      <ul className="mt-1 divide-y divide-line border-y border-line">
        {near.map((id) => (
          <li key={id}>
            <Link href={`/causes/${id}`} prefetch={false} className="touch flex items-center py-2">
              <code>{id}</code>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
