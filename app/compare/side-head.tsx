import Link from 'next/link';
import { wordsOf, type Language } from '../../lib/diagnosis/sentence';
import { Ladder } from '../_shared/ladder';
import { Prose } from '../_shared/prose';
import type { Side } from './side';
import { compareWords } from './words';

/** One side: which case, what it turned out to be, and how far its start got. */
export function SideHead({ letter, side, language }: { letter: 'a' | 'b'; side: Side | 'gone' | 'missing' | 'encrypted'; language: Language }) {
  const word = wordsOf(compareWords[language]);
  if (typeof side === 'string') {
    return (
      <section aria-label={word(letter)} className="min-w-0 rounded-lg border border-warn-line bg-warn-soft px-4 py-3 text-warn">
        <h2 className="text-[13px]">{word(letter)}</h2>
        <p className="mt-1">{word(side)}</p>
      </section>
    );
  }
  const { id, attempt, stored, report } = side;
  const root = report.findings.find(({ role }) => role === 'root-cause');
  return (
    <section aria-label={word(letter)} className="min-w-0 rounded-lg border border-line bg-sheet px-4 py-3">
      <p className="flex items-baseline gap-2 text-[12.5px] text-ink-3">
        <strong className="text-[13px] text-ink">{word(letter)}</strong>
        <span>{[stored.title, word('attempt', { number: attempt })].filter(Boolean).join(' · ')}</span>
      </p>
      <h2 className="mt-1 text-[16px]/[1.35]">
        <Link href={`/cases/${id}${attempt === stored.attempts.at(-1)?.number ? '' : `?attempt=${attempt}`}`} className="text-ink">
          <Prose text={root?.title ?? report.summary} />
        </Link>
      </h2>
      <Ladder report={report} language={language} side={word(letter)} />
    </section>
  );
}
