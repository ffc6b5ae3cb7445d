import Link from 'next/link';
import { ExportButton, type ExportTexts } from '../../_export/export-button';
import { exportWord } from '../../_export/words';
import { CopyLink } from './copy-link';

interface Props {
  readonly texts: ExportTexts;
  readonly title: string;
  readonly status: string;
  readonly expiresAt: Date;
  readonly documents: number;
}

/** What the case is, until when it is kept, and how to pass it on. */
export function CaseMeta({ texts, title, status, expiresAt, documents }: Props) {
  const day = expiresAt.toISOString().slice(0, 10);
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-[12.5px] text-ink-3">
      <p className="min-w-0 flex-1 basis-72">
        {title === '' ? '' : `${title} · `}
        {documents} {documents === 1 ? 'document' : 'documents'} · {status} · kept until <time dateTime={day}>{day}</time>
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyLink />
        <ExportButton {...texts} />
        <Link className="button" href={`/compare?a=${texts.id}:${texts.attempt}`} prefetch={false}>
          {exportWord('compare')}
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
