import type { StoredText } from '../../../lib/cases/read-documents';
import type { RenderedReport } from '../../../lib/diagnosis/report';
import { shownEvidence } from '../../../lib/report/source-windows';
import { EvidenceText } from '../../_shared/evidence-text';
import { SourceView } from '../../_shared/source-view';

interface Props {
  readonly id: string;
  readonly report: RenderedReport;
  readonly documents: readonly StoredText[];
}

/** The documents with what was observed written under the line; those with evidence first. */
export function Proof({ id, report, documents }: Props) {
  const evidence = shownEvidence(report);
  const of = (name: string) => evidence.filter(({ document }) => document === name);
  const ordered = documents.toSorted((a, b) => Number(of(b.name).length > 0) - Number(of(a.name).length > 0));
  const refused = report.documents.filter((one) => one.refused !== undefined);
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  return (
    <section aria-label="Evidence" className="bg-sheet lg:sticky lg:top-0 lg:max-h-screen lg:overflow-auto">
      {ordered.map(({ name, kind, text }) => {
        const entry = entries.get(name);
        return (
          <article key={name} className="border-b-8 border-paper" aria-label={name}>
            <header className="sticky top-0 flex flex-wrap items-baseline gap-x-3 border-b border-line bg-sheet px-4 py-2.5 text-[12.5px] text-ink-2">
              <h2 className="font-mono text-[12.5px] font-medium text-ink">
                <EvidenceText text={name} />
              </h2>
              <span>
                {kind}
                {entry ? ` · ${entry.lines} ${entry.lines === 1 ? 'line' : 'lines'}` : ''}
              </span>
              <a className="ml-auto" href={`/api/cases/${id}/documents/${encodeURIComponent(name)}`} download>
                Download
              </a>
            </header>
            <SourceView name={name} text={text} evidence={of(name)} />
          </article>
        );
      })}
      {refused.map(({ name, refused: why }) => (
        <p key={name} className="border-b-8 border-paper px-4 py-3 text-warn">
          <EvidenceText text={name} />: not read, because {why}.
        </p>
      ))}
    </section>
  );
}
