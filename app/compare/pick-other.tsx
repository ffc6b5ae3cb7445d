'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWords } from '../_shared/language';
import { useMyCases } from '../_shared/my-cases-list';
import { compareWords } from './words';

/** The second side: another attempt of the same case, a case of this device, or a link. */
export function PickOther({ a, attempts }: { a: string; attempts: readonly number[] }) {
  const word = useWords(compareWords);
  const router = useRouter();
  const cases = useMyCases() ?? [];
  const [problem, setProblem] = useState('');
  const [id = ''] = a.split(':');
  const go = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('other') ?? '');
    const found = /(?:^|\/cases\/)([\w-]{22})(?:[?#].*)?$/.exec(typed.trim())?.[1];
    if (found) router.push(`/compare?a=${a}&b=${found}`);
    else setProblem(word('noLink'));
  };
  return (
    <section aria-label={word('other')} className="min-w-0 rounded-lg border border-dashed border-line-strong px-4 py-3">
      <h2 className="text-[16px]">{word('other')}</h2>
      <form onSubmit={go} className="mt-2 flex flex-wrap gap-2">
        <label htmlFor="other" className="basis-full text-[13px] text-ink-2">
          {word('otherLink')}
        </label>
        <input id="other" name="other" autoComplete="off" spellCheck={false} className="viewer-search font-mono" />
        <button type="submit" className="button">
          {word('go')}
        </button>
        <p role="alert" className="min-h-5 basis-full text-[13px] text-warn">
          {problem}
        </p>
      </form>
      {attempts.length > 1 ? (
        <nav aria-label={word('attempts')}>
          <h3 className="text-[13px]">{word('attempts')}</h3>
          <ul className="flex flex-wrap gap-3">
            {attempts.map((number) => (
              <li key={number}>
                <Link href={`/compare?a=${id}:${number}&b=${a}`} prefetch={false} className="touch inline-flex items-center">
                  {word('attempt', { number })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {cases.length > 0 ? (
        <nav aria-label={word('fromMine')} className="mt-2">
          <h3 className="text-[13px]">{word('fromMine')}</h3>
          <ul className="divide-y divide-line">
            {cases
              .filter((one) => one.id !== id)
              .slice(0, 8)
              .map((one) => (
                <li key={one.id}>
                  <Link href={`/compare?a=${a}&b=${one.id}`} prefetch={false} className="touch flex items-center gap-3 py-1.5">
                    <span className="min-w-0 flex-1 truncate">{one.title}</span>
                    <span className="text-[12.5px] text-ink-3">{one.createdAt.slice(0, 10)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
      ) : null}
    </section>
  );
}
