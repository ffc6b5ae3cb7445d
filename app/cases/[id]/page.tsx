import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cookies } from 'next/headers';
import { readCase } from '../../../lib/cases/read-case';
import { holdsPass } from '../../../lib/http/case-lock';
import { readPageDocuments } from '../../../lib/cases/page-documents';
import { caseReply, handOver } from '../../../lib/report/hand-over';
import { renderReport } from '../../../lib/report/render';
import { linesNear, shownEvidence } from '../../../lib/report/source-windows';
import { wordsOf } from '../../../lib/diagnosis/sentence';
import { pageLanguage } from '../../_shared/page-language';
import { formOf } from '../../_shared/viewer/shown-document';
import { readLimits } from '../../../lib/intake/limits';
import { AboutCause } from './about-cause';
import { AttemptForm } from './attempt-form';
import { Attempts } from './attempts';
import { CaseMeta } from './case-meta';
import { CaseReport } from './case-report';
import { AttemptChanges } from './changes';
import { EncryptedCase } from './encrypted-case';
import { ManageCase } from './manage';
import { PasswordForm } from './password-form';
import { Proof } from './proof';
import { caseWords } from './words';

/** Says which cause, and nothing of the evidence. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: caseWords[await pageLanguage()].pageTitle, robots: { index: false, follow: false } };
}

export default async function Page({ params, searchParams }: PageProps<'/cases/[id]'>) {
  const { id } = await params;
  const { attempt: wanted, password } = await searchParams;
  const language = await pageLanguage();
  const word = wordsOf(caseWords[language]);
  const found = await readCase(id);
  // `proxy.ts` answers 410 for a case that is gone; one that goes between the two is simply not there.
  const attempts = typeof found === 'object' ? found.attempts : [];
  const attempt = wanted === undefined ? attempts.at(-1) : attempts.find(({ number }) => String(number) === wanted);
  if (typeof found !== 'object') notFound();
  if (!holdsPass((await cookies()).get('pass')?.value, found)) return <PasswordForm id={id} wrong={password === 'wrong'} language={language} />;
  // Unpacked it is JSON, whose escapes make a text longer than it was when its bytes were counted.
  if (found.encrypted) return <EncryptedCase id={id} status={found.status} expiresAt={found.expiresAt.toISOString()} locked={found.passwordHash !== undefined} most={4 * readLimits().uploadBytes} />;
  if (!attempt) notFound();
  const report = renderReport(attempt.report, language);
  const evidence = shownEvidence(report);
  const { documents, unread } = await readPageDocuments(id, attempt.number, ({ name, kind, lines }) => {
    // Where lines were left out, or end otherwise than the store counts them, the document is shown whole.
    const isLarge = formOf(kind) === 'log' && report.documents.some((entry) => entry.name === name && entry.lines === lines);
    return isLarge ? linesNear(evidence.filter(({ document }) => document === name)) : undefined;
  });
  const texts = new Map(documents.flatMap(({ name, source }) => (typeof source === 'string' ? [[name, source] as const] : [])));
  const before = attempts.find(({ number }) => number === attempt.number - 1);
  const isLatest = attempt === attempts.at(-1);
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const exported = { id, attempt: attempt.number, handOver: handOver(report, language), reply: caseReply(report, language), named: root !== undefined };
  return (
    <main id="content" className="lg:grid lg:min-h-[calc(100vh-3rem)] lg:grid-cols-[minmax(400px,520px)_minmax(0,1fr)]">
      <section aria-label={word('diagnosis')} className="px-4 pt-6 pb-14 sm:px-7 lg:border-r lg:border-line">
        <CaseMeta texts={exported} title={found.title} expiresAt={found.expiresAt} documents={documents.length + unread.length} status={found.status} language={language} />
        {isLatest ? null : (
          <p className="mb-4">
            <Link href={`/cases/${id}`}>{word('toLatest')}</Link>
          </p>
        )}
        {before ? <AttemptChanges before={{ number: before.number, report: renderReport(before.report, language) }} now={report} language={language} /> : null}
        <CaseReport id={id} attempt={attempt.number} report={report} texts={texts} language={language} answer={isLatest ? <AttemptForm caseId={id} after="evidence" key={attempt.number} /> : null} />
        <Attempts caseId={id} attempts={attempts} shown={attempt.number} waits={isLatest && report.verdict !== 'healthy'} language={language} />
        <ManageCase id={id} title={found.title} status={found.status} locked={found.passwordHash !== undefined} />
        {root ? <AboutCause cause={root.cause} language={language} /> : null}
        {found.note === '' ? null : <p className="mt-5 text-ink-2">{word('noteOfSender', { note: found.note })}</p>}
      </section>
      <Proof id={id} attempt={attempt.number} report={report} documents={documents} unread={unread} language={language} />
    </main>
  );
}
