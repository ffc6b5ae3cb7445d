import type { ReactNode } from 'react';
import type { PageDocument, UnreadDocument } from '../../../lib/cases/page-documents';
import type { RenderedReport } from '../../../lib/diagnosis/report';
import { fill, wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { shownEvidence } from '../../../lib/report/source-windows';
import { EvidenceText } from '../../_shared/evidence-text';
import { viewerWords } from '../../_shared/viewer/words';
import { PicturesView, pictureLinks } from '../../_shared/pictures/pictures-view';
import { SourceView } from '../../_shared/source-view';
import { documentAddress } from '../../_shared/viewer/document-address';
import { EvidencePane } from '../../_shared/viewer/evidence-pane';
import { formOf } from '../../_shared/viewer/shown-document';
import { writeAddress } from '../../../lib/report/addresses';
import { caseWords } from './words';

interface Props {
  readonly id: string;
  readonly attempt: number;
  readonly report: RenderedReport;
  readonly documents: readonly PageDocument[];
  readonly unread?: readonly UnreadDocument[];
  readonly language: Language;
  /** In place of the link to a document on the server. */
  readonly download?: (name: string) => ReactNode;
}

/** The documents with what was observed written under the line, those with evidence first; then what can be drawn of them. */
export function Proof({ id, attempt, report, documents, unread = [], language, download }: Props) {
  const word = wordsOf(viewerWords[language]);
  const evidence = shownEvidence(report);
  const of = (name: string) => evidence.filter(({ document }) => document === name);
  const ordered = documents.toSorted((a, b) => Number(of(b.name).length > 0) - Number(of(a.name).length > 0));
  const refused = report.documents.filter((one) => one.refused !== undefined);
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  const shelf = ordered.map(({ name, kind, source }) => ({ name, kind, form: formOf(kind), lines: entries.get(name)?.lines ?? 0, ...(typeof source === 'string' ? {} : { large: source.bytes }) }));
  return (
    <EvidencePane caseId={id} attempt={attempt} documents={shelf} evidence={evidence} pictures={pictureLinks(report.pictures, language)}>
      {ordered.map(({ name, kind, source }) => {
        const entry = entries.get(name);
        return (
          <article key={name} className="border-b-8 border-paper" aria-label={name}>
            <header className="article-head">
              <h2 className="font-mono text-[12.5px] font-medium text-ink">
                <EvidenceText text={name} />
              </h2>
              <span>
                {kind}
                {entry ? ` · ${entry.lines === 1 ? word('oneLine') : word('lines', { count: entry.lines })}` : ''}
              </span>
              {download ? (
                download(name)
              ) : (
                <a className="ml-auto" href={documentAddress(id, attempt, name)} download>
                  {word('download')}
                </a>
              )}
            </header>
            <SourceView name={name} source={source} evidence={of(name)} language={language} whole={(line) => writeAddress({ document: name, lines: { from: line, to: line } }, shelf)} />
          </article>
        );
      })}
      {unread.map(({ name, why }) => (
        <p key={name} className="border-b-8 border-paper px-4 py-3 text-warn">
          <EvidenceText text={fill(caseWords[language][why === 'away' ? 'textAway' : 'textGone'], { name })} />
        </p>
      ))}
      {refused.map(({ name, refused: why }) => (
        <p key={name} className="border-b-8 border-paper px-4 py-3 text-warn">
          <EvidenceText text={fill(caseWords[language].refused, { name, why: why ?? '' })} />
        </p>
      ))}
      <PicturesView pictures={report.pictures} language={language} />
    </EvidencePane>
  );
}
