import Link from 'next/link';
import type { Language } from '../../../lib/diagnosis/sentence';
import { ExportButton, type ExportTexts } from '../../_export/export-button';
import { exportWords } from '../../_export/words';
import { CaseState } from './case-state';
import { CopyLink } from './copy-link';

interface Props {
  readonly texts: ExportTexts;
  readonly title: string;
  readonly status: string;
  readonly expiresAt: Date;
  readonly documents: number;
  readonly language: Language;
}

/** What the case is, until when it is kept, and how to pass it on. */
export function CaseMeta({ texts, title, status, expiresAt, documents, language }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-[12.5px] text-ink-3">
      <p className="min-w-0 flex-1 basis-72">
        {title === '' ? '' : `${title} · `}
        <CaseState documents={documents} status={status} expiresAt={expiresAt.toISOString()} language={language} />
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyLink />
        <ExportButton {...texts} />
        <Link className="button" href={`/compare?a=${texts.id}:${texts.attempt}`} prefetch={false}>
          {exportWords[language].compare}
        </Link>
        <noscript>
          <a className="button" href={`/api/cases/${texts.id}/report.md?attempt=${texts.attempt}`}>
            Markdown
          </a>
        </noscript>
      </div>
    </div>
  );
}
