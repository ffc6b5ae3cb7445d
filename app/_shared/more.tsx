import Link from 'next/link';
import type { FindingIn, RenderedReport } from '../../lib/diagnosis/report';
import { fill, wordsOf, type Language } from '../../lib/diagnosis/sentence';
import { reportWords } from '../../lib/report/words';
import { Commands } from './commands';
import { EvidenceText } from './evidence-text';
import { findingWords } from './finding-words';
import { FixCard } from './fix-card';
import { NextStart } from './next-start';
import { Prose } from './prose';
import { SeenIn } from './seen-in';

/** With what the parts are shown. */
interface Shown {
  readonly texts: ReadonlyMap<string, string>;
  readonly linked: boolean;
  readonly language: Language;
}

interface Props extends Shown {
  readonly report: RenderedReport;
  /** Where what the commands print is given. */
  readonly answer?: React.ReactNode;
}

/** What stands beside the root cause: what comes next, what else it may be, what would settle it, what is ruled out. */
export function More({ report, answer, ...shown }: Props) {
  const { linked, language } = shown;
  const said = reportWords[language];
  const word = wordsOf(findingWords[language]);
  const of = (role: FindingIn<string>['role']) => report.findings.filter((finding) => finding.role === role);
  return (
    <div className="mt-7 border-t border-line">
      {report.asks.length > 0 ? (
        <Part title={said.toBeSurer} count={report.asks.length} open>
          <p className="mb-2 text-ink-3">{word('asksHint')}</p>
          {report.asks.map(({ what, command, tells }) => (
            <div key={command} className="mb-3">
              <p className="mb-1">
                <Prose text={what} />
                {tells.length > 1 ? <span className="text-ink-3"> {word('tells', { count: tells.length })}</span> : null}
              </p>
              <Commands commands={[command]} label={word('copyCommand')} />
            </div>
          ))}
          {answer}
        </Part>
      ) : null}
      <Next report={report} {...shown} />
      <Findings title={said.alternative} findings={of('alternative')} {...shown} />
      <Findings title={said.advice} findings={of('advice')} {...shown} />
      {report.unrecognised.length > 0 ? (
        <Part title={said.notKnown} count={report.unrecognised.length} open={report.verdict === 'unknown'}>
          {report.unrecognised.slice(0, 20).map((one) => (
            <div key={`${one.document}:${one.startLine}`} className="mb-2">
              <SeenIn evidence={[one]} linked={linked} language={language} />
              <pre className="mt-1 rounded bg-sunk px-2 py-1.5 whitespace-pre-wrap">
                <code>
                  <EvidenceText text={one.quote} />
                </code>
              </pre>
            </div>
          ))}
        </Part>
      ) : null}
      {report.heardVersions ? (
        <Part title={word('heardVersions')} count={report.heardVersions.length}>
          <ul className="space-y-3">
            {report.heardVersions.map(({ program, evidence }) => (
              <li key={program}>
                <Prose text={evidence.says} />
                <SeenIn evidence={[evidence]} linked={linked} language={language} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {report.ruledOut.length > 0 ? (
        <Part title={report.verdict === 'healthy' ? word('checked') : said.ruledOut} count={report.ruledOut.length}>
          <ul className="space-y-3">
            {report.ruledOut.map(({ cause, because, evidence }) => (
              <li key={cause}>
                <Link href={`/causes/${cause}`} className="font-mono text-[12.5px]">
                  {cause}
                </Link>{' '}
                <Prose text={because} />
                <SeenIn evidence={evidence.slice(0, 2)} linked={linked} language={language} />
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {report.limits.length > 0 ? (
        <Part title={word('notLookedAt')} count={report.limits.length}>
          {report.limits.map((limit) => (
            <p key={limit}>
              <Prose text={limit} />
            </p>
          ))}
        </Part>
      ) : null}
    </div>
  );
}

/** What the next start meets: what the patched config showed, and the faults that are proved already. */
function Next({ report: { next, findings }, ...shown }: Shown & Pick<Props, 'report'>) {
  const proved = findings.filter(({ role }) => role === 'contributing');
  const told = new Set<string>(proved.map(({ cause }) => cause));
  const count = told.size + (next?.findings.filter(({ cause }) => !told.has(cause)).length ?? 0);
  if (!next && count === 0) return null;
  return (
    <Part title={count > 0 ? reportWords[shown.language].next : findingWords[shown.language].afterFix} count={count} open={count + (next?.asks.length ?? 0) > 0}>
      {next ? <NextStart next={next} told={told} language={shown.language} /> : null}
      <FindingCards findings={proved} {...shown} />
    </Part>
  );
}

function Findings({ title, findings, ...shown }: Shown & { title: string; findings: readonly FindingIn<string>[] }) {
  if (findings.length === 0) return null;
  return (
    <Part title={title} count={findings.length}>
      <FindingCards findings={findings} {...shown} />
    </Part>
  );
}

function FindingCards({ findings, texts, linked, language }: Shown & { findings: readonly FindingIn<string>[] }) {
  return (
    <>
      {findings.map((finding) => (
        <section key={finding.cause} id={`finding-${finding.cause}`} className="finding mb-5">
          <h3 className="text-[14px]">
            <Prose text={finding.title} />
          </h3>
          <p className="mt-1 text-ink-2">
            <Prose text={finding.explanation} />
          </p>
          <SeenIn evidence={finding.evidence} linked={linked} language={language} />
          {finding.fixes.slice(0, 1).map((fix) => (
            <FixCard key={fix.title} fix={fix} text={fix.document === undefined ? undefined : texts.get(fix.document)} language={language} />
          ))}
          <p className="mt-2">
            <Link href={`/causes/${finding.cause}`}>{fill(findingWords[language].aboutCause, { cause: finding.cause })}</Link>
          </p>
        </section>
      ))}
    </>
  );
}

function Part({ title, count, open, children }: { title: string; count: number; open?: boolean; children: React.ReactNode }) {
  return (
    <details className="border-b border-line" open={open}>
      <summary className="touch flex items-center gap-2 py-2.5">
        <h2 className="section-title">{title}</h2>
        {count > 0 ? <span className="ml-auto text-ink-3">{count}</span> : null}
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}
