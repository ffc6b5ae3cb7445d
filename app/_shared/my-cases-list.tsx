'use client';

import Link from 'next/link';
import { useMemo, useSyncExternalStore } from 'react';
import { myCasesWords } from '../cases/words';
import { casesIn, onMyCases, storedCases, type MyCase } from '../../lib/browser/my-cases';
import { useWords } from './language';

/** The cases of this browser; `undefined` until it is known what there is. */
export function useMyCases(): readonly MyCase[] | undefined {
  const stored = useSyncExternalStore(onMyCases, storedCases, () => '');
  return useMemo(() => (stored === '' ? undefined : casesIn(stored)), [stored]);
}

/** Links to cases with the day they were opened. */
export function MyCasesList({ most }: { most?: number }) {
  const myCasesWord = useWords(myCasesWords);
  const cases = useMyCases();
  if (cases === undefined) return <p className="min-h-10 text-ink-3">{myCasesWord('looking')}</p>;
  if (cases.length === 0) return <p className="text-ink-3">{myCasesWord('none')}</p>;
  return (
    <ul className="divide-y divide-line">
      {cases.slice(0, most ?? cases.length).map(({ id, title, createdAt, status }) => (
        <li key={id} className="flex items-baseline gap-3">
          <Link href={`/cases/${id}`} className="touch inline-flex min-w-0 flex-1 items-center py-2 text-ink">
            <span className="truncate">{title || id}</span>
          </Link>
          {status === 'solved' ? <span className="shrink-0 text-[12.5px] text-good">{myCasesWord('solved')}</span> : null}
          <time className="shrink-0 text-[12.5px] text-ink-3" dateTime={createdAt}>
            {createdAt.slice(0, 10)}
          </time>
        </li>
      ))}
    </ul>
  );
}
