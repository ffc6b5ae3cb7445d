import type { RenderedReport } from '../../../lib/diagnosis/report';
import { caseReply, handOver } from '../../../lib/report/hand-over';
import { harmlessJson } from '../../../lib/report/harmless-json';
import { reportMarkdown } from '../../../lib/report/markdown';
import { ExportButton } from '../../_export/export-button';
import { encryptedWords } from '../../_shared/encrypted-words';
import { useLanguage, useWords } from '../../_shared/language';
import { CaseState } from './case-state';
import { CopyLink } from './copy-link';

interface Props {
  readonly id: string;
  readonly report: RenderedReport;
  readonly status: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly documents: number;
}

/** What an encrypted case is, until when it is kept, and how to pass it on: by the whole link, and by exports that are made here. */
export function EncryptedMeta({ id, report, status, expiresAt, documents }: Props) {
  const language = useLanguage();
  const encryptedWord = useWords(encryptedWords);
  const made = { markdown: reportMarkdown(report, language), json: harmlessJson(report, 2) };
  const named = report.findings.some(({ role }) => role === 'root-cause');
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-[12.5px] text-ink-3">
      <p className="min-w-0 flex-1 basis-72">
        <span className="tag bg-good-soft text-good">
          {encryptedWord('encrypted')}
        </span>{' '}
        <CaseState documents={documents} status={status} expiresAt={expiresAt} language={language} />
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyLink />
        <ExportButton id={id} attempt={1} handOver={handOver(report, language)} reply={caseReply(report, language)} named={named} made={made} />
      </div>
      <p className="basis-full">{encryptedWord('encryptedHint')}</p>
    </div>
  );
}
