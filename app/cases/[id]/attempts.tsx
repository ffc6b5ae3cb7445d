import Link from 'next/link';
import type { Report } from '../../../lib/diagnosis/report';
import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { AttemptForm } from './attempt-form';
import { caseWords } from './words';

interface Attempt {
  readonly number: number;
  readonly after: string;
  readonly createdAt: Date;
  readonly report: Report;
}

interface Props {
  readonly caseId: string;
  readonly attempts: readonly Attempt[];
  /** The number of the one that is shown. */
  readonly shown: number;
  /** Where the last start failed, another one is waited for. */
  readonly waits: boolean;
  readonly language: Language;
}

const kinds = { first: 'first', evidence: 'evidence', fix: 'fix' } as const;

/** Every attempt with what it came to, and the box for the next one. */
export function Attempts({ caseId, attempts, shown, waits, language }: Props) {
  const caseWord = wordsOf(caseWords[language]);
  const last = attempts.at(-1)?.number ?? 1;
  if (!waits && attempts.length === 1) return null;
  return (
    <section aria-labelledby="attempts" className="mt-7">
      <h2 id="attempts" className="section-title">
        {waits ? caseWord('applied') : caseWord('attempts')}
      </h2>
      {waits ? (
        <>
          <p className="mt-1 text-ink-2">{caseWord('appliedHint')}</p>
          <AttemptForm caseId={caseId} after="fix" key={last} />
        </>
      ) : null}
      {attempts.length > 1 ? (
        <ol aria-label={caseWord('attempts')} className="mt-3 divide-y divide-line border-t border-line">
          {attempts.map(({ number, after, createdAt, report }) => (
            <li key={number}>
              <Link
                href={`/cases/${caseId}?attempt=${number}`}
                aria-current={number === shown ? 'page' : undefined}
                className={`touch flex flex-wrap items-center gap-x-2 py-2 ${number === shown ? 'font-semibold text-ink' : 'text-ink-2'}`}
              >
                <span aria-hidden="true" className={`size-2 rounded-full ${isWell(report) ? 'bg-good' : report.verdict === 'diagnosed' ? 'bg-stop' : 'bg-warn'}`} />
                {caseWord('attemptOf', { number })}
                <span className="font-normal text-ink-3">{caseWord(after in kinds ? kinds[after as keyof typeof kinds] : 'evidence')}</span>
                <span className="font-normal text-ink-2">{rootOf(report)}</span>
                <time dateTime={createdAt.toISOString()} className="ml-auto text-[12.5px] font-normal text-ink-3">
                  {createdAt.toISOString().slice(0, 16).replace('T', ' ')}
                </time>
              </Link>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  );
}

/** Nothing stops the container, or it was seen to run. */
export function isWell({ verdict }: Pick<Report, 'verdict'>): boolean {
  return verdict === 'healthy';
}

function rootOf({ findings, verdict }: Report): string {
  return findings.find(({ role }) => role === 'root-cause')?.cause ?? verdict;
}
