'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { groupedByFailure, passes, readFilter } from '../../lib/browser/case-filter';
import { useWords } from '../_shared/language';
import { useMyCases } from '../_shared/my-cases-list';
import { CaseFilterBar } from './case-filter-bar';
import { CaseRow } from './case-row';
import { ListFile } from './list-file';
import { myCasesWords } from './words';

/** So many are listed at once; the rest when they are asked for. */
const page = 50;

/** The cases of this device: found by a filter that is text (`?q=` begins with one), marked, tagged, and compared by twos. */
export function CaseBrowser() {
  const word = useWords(myCasesWords);
  const begun = useSearchParams().get('q') ?? '';
  const cases = useMyCases();
  const [filter, setFilter] = useState(begun);
  const [grouped, setGrouped] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [most, setMost] = useState(page);
  const [said, setSaid] = useState('');
  if (cases === undefined) return <p className="min-h-64 text-ink-3">{word('looking')}</p>;
  const shown = cases.filter((one) => passes(one, readFilter(filter)));
  const groups = upTo(most, grouped ? groupedByFailure(shown) : [{ name: '', cases: shown }]);
  const keep = (text: string) => {
    setFilter(text);
    setMost(page);
    history.replaceState(history.state, '', text === '' ? location.pathname : `?q=${encodeURIComponent(text)}`);
  };
  const pick = (id: string) => setPicked((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before.slice(-1), id]));
  const [a, b] = picked;
  return (
    <>
      {cases.length === 0 ? (
        <p className="min-h-16 text-ink-2">{word('none')}</p>
      ) : (
        <CaseFilterBar filter={filter} onFilter={keep} tags={[...new Set(cases.flatMap(({ tags }) => tags))].slice(0, 12)} grouped={grouped} onGrouped={setGrouped} shown={shown.length} count={cases.length} />
      )}
      <p role="status" className="min-h-6 py-1 text-[13px] text-warn">
        {said}
      </p>
      {cases.length > 0 && shown.length === 0 ? (
        <p className="py-4">
          {word('noneShown', { filter })}{' '}
          <button type="button" className="button ml-2" onClick={() => keep('')}>
            {word('clear')}
          </button>
        </p>
      ) : null}
      {groups.map(({ name, count, cases: listed }) => (
        <section key={name} aria-label={grouped ? name || word('noCause') : undefined} className={grouped ? 'mt-5' : ''}>
          {grouped ? (
            <h2 className="section-title flex items-baseline gap-2">
              {name || word('noCause')} <span className="text-[12.5px] font-normal text-ink-3">{count}</span>
            </h2>
          ) : null}
          <ul className="divide-y divide-line">
            {listed.map((one) => (
              <CaseRow key={one.id} one={one} picked={picked.includes(one.id)} onPick={() => pick(one.id)} say={setSaid} />
            ))}
          </ul>
        </section>
      ))}
      {shown.length > most ? (
        <button type="button" className="button mt-4" onClick={() => setMost(most + page)}>
          {word('more', { count: Math.min(page, shown.length - most) })}
        </button>
      ) : null}
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Link href="/" className="button button-primary">
          {word('newDiagnosis')}
        </Link>
        {a !== undefined && b !== undefined ? (
          <Link href={`/compare?a=${a}&b=${b}`} prefetch={false} className="button">
            {word('compare')}
          </Link>
        ) : cases.length > 1 ? (
          <span className="text-[13px] text-ink-3">{word('pickTwo')}</span>
        ) : null}
      </div>
      <ListFile cases={cases} say={setSaid} />
    </>
  );
}

type Group = ReturnType<typeof groupedByFailure>[number];

/** The first cases of all groups together, with how many each group has. */
function upTo(most: number, groups: readonly Group[]): (Group & { readonly count: number })[] {
  let left = most;
  return groups.flatMap((group) => {
    const cases = group.cases.slice(0, left);
    left -= cases.length;
    return cases.length > 0 ? [{ ...group, cases, count: group.cases.length }] : [];
  });
}
