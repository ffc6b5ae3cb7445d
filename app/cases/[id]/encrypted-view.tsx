'use client';

import { useLayoutEffect } from 'react';
import type { Answer } from '../../../lib/browser/diagnose-worker';
import { withRefused, type RefusedEntry } from '../../../lib/report/case-file';
import { refusalIn } from '../../../lib/report/refusals';
import { encryptedWords } from '../../_shared/encrypted-words';
import { useLanguage, useWords } from '../../_shared/language';
import { SaveLink } from '../../_shared/save-link';
import { documentAddress } from '../../_shared/viewer/document-address';
import { keepText } from '../../_shared/viewer/use-document';
import { useDiagnosis } from '../../use-diagnosis';
import { AboutCause } from './about-cause';
import { CaseReport } from './case-report';
import { EncryptedMeta } from './encrypted-meta';
import { ManageCase } from './manage';
import { NotOpened } from './not-opened';
import { Proof } from './proof';
import { useCaseKey } from './use-case-key';
import { useOpened } from './use-opened';
import { caseWords } from './words';

export interface EncryptedProps {
  readonly id: string;
  readonly status: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly locked: boolean;
  /** What the case may unpack to, in bytes. */
  readonly most: number;
}

const nothing: readonly never[] = [];

/** An encrypted case: opened by the key in the address, masked and diagnosed here by the engine that the server has, and shown as any other. */
export default function EncryptedView(props: EncryptedProps) {
  const { id, status, locked, most } = props;
  const word = useWords(encryptedWords);
  const key = useCaseKey(id);
  const opened = useOpened(id, key, most);
  const { answer, failed } = useDiagnosis(opened.state === 'open' ? opened.documents : nothing);
  if (opened.state === 'open' && answer && !failed) return <OpenedCase {...props} answer={answer} refused={opened.refused} />;
  return (
    <main id="content" className="mx-auto max-w-md px-4 pt-10 pb-14">
      {opened.state === 'open' && failed ? (
        <NotOpened state="notDiagnosed" />
      ) : opened.state === 'working' || opened.state === 'open' ? (
        <p role="status" className="text-center text-ink-2">
          {word('working')}
        </p>
      ) : (
        <NotOpened key={key} {...opened} />
      )}
      <ManageCase id={id} title="" status={status} locked={locked} encrypted />
    </main>
  );
}

interface OpenedProps extends EncryptedProps {
  readonly answer: Answer;
  /** What was not read where the case was encrypted. */
  readonly refused: readonly RefusedEntry[];
}

function OpenedCase({ id, status, expiresAt, locked, answer, refused }: OpenedProps) {
  const language = useLanguage();
  const { texts } = answer;
  const report = withRefused(answer.report, refused.map((one) => ({ ...one, refused: refusalIn(language, one.refused) })));
  const word = useWords(encryptedWords);
  const caseWord = useWords(caseWords);
  // Before the viewers, whose effects run later, look for them on the server.
  useLayoutEffect(() => {
    for (const { name, text } of texts) keepText(documentAddress(id, 1, name), text);
  }, [id, texts]);
  const kinds = new Map(report.documents.map(({ name, kind }) => [name, kind]));
  const documents = texts.map(({ name, text }) => ({ name, kind: kinds.get(name) ?? 'text', source: text }));
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const whole = new Map(texts.map(({ name, text }) => [name, text]));
  const download = (name: string) => <SaveLink label={word('download')} name={name.replace(/^.*\//, '')} text={whole.get(name) ?? ''} className="ml-auto" />;
  return (
    <main id="content" className="lg:grid lg:min-h-[calc(100vh-3rem)] lg:grid-cols-[minmax(400px,520px)_minmax(0,1fr)]">
      <section aria-label={caseWord('diagnosis')} className="px-4 pt-6 pb-14 sm:px-7 lg:border-r lg:border-line">
        <EncryptedMeta id={id} report={report} status={status} expiresAt={expiresAt} documents={documents.length} />
        <CaseReport id={id} attempt={1} report={report} texts={whole} language={language} answer={null} />
        <ManageCase id={id} title="" status={status} locked={locked} encrypted />
        {root ? <AboutCause cause={root.cause} language={language} /> : null}
      </section>
      <Proof id={id} attempt={1} report={report} documents={documents} language={language} download={download} />
    </main>
  );
}
