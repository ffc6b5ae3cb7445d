import Link from 'next/link';
import type { RenderedReport } from '../../../lib/diagnosis/report';
import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { steps } from '../../../lib/diagnosis/steps';
import { compareAttempts } from '../../../lib/report/compare-attempts';
import { Ladder } from '../../_shared/ladder';
import { isWell } from './attempts';
import { caseWords } from './words';

interface Props {
  readonly before: { readonly number: number; readonly report: RenderedReport };
  readonly now: RenderedReport;
  readonly language: Language;
}

/** What an attempt changed: green where it runs, what is gone and new, and how far the start got before. */
export function AttemptChanges({ before, now, language }: Props) {
  const caseWord = wordsOf(caseWords[language]);
  const { resolved, remaining, appeared } = compareAttempts(before.report, now);
  const isMended = isWell(now);
  const isFurther = !isMended && stepOf(now) > stepOf(before.report);
  const rows = [
    ['gone', resolved, 'text-good'],
    ['still', remaining, 'text-warn'],
    ['appeared', appeared, 'text-stop'],
  ] as const;
  const isSame = rows.every(([, causes]) => causes.length === 0);
  return (
    <section aria-labelledby="changes" className={`mb-6 rounded-lg border px-4 py-3 ${isMended ? 'border-good-line bg-good-soft' : 'border-line-strong bg-sheet'}`}>
      <h2 id="changes" className={`text-[15px] ${isMended ? 'text-good' : ''}`}>
        {isMended ? caseWord(now.started ? 'runs' : 'sound') : isFurther ? caseWord('further') : caseWord('sinceAttempt', { number: before.number })}
      </h2>
      <dl className="mt-2 grid grid-cols-[88px_minmax(0,1fr)] gap-y-1 text-[13.5px]">
        {rows.map(([name, causes, tone]) =>
          causes.length === 0 ? null : (
            <div key={name} className="contents">
              <dt className={tone}>{caseWord(name)}</dt>
              <dd className="flex flex-wrap gap-x-3">
                {causes.map((cause) => (
                  <Link key={cause} href={`/causes/${cause}`}>
                    {cause}
                  </Link>
                ))}
              </dd>
            </div>
          ),
        )}
      </dl>
      {isSame ? <p className="text-ink-2">{caseWord('nothingChanged')}</p> : null}
      <Ladder report={before.report} language={language} side="before" heading={caseWord('before', { number: before.number })} />
    </section>
  );
}

function stepOf({ reached }: RenderedReport): number {
  return reached ? steps.indexOf(reached.step) : -1;
}
