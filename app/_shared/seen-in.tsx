import type { EvidenceIn } from '../../lib/diagnosis/report';
import type { Language } from '../../lib/diagnosis/sentence';
import { EvidenceText } from './evidence-text';
import { findingWords } from './finding-words';

/** The address of a line on the page of a case. */
export function lineId(document: string, line: number): string {
  return `${encodeURIComponent(document)}:${line}`;
}

/** Where a finding was seen, each place linked to its line. */
export function SeenIn({ evidence, linked, language }: { evidence: readonly EvidenceIn<string>[]; linked: boolean; language: Language }) {
  const places = [...new Map(evidence.map((one) => [`${one.document}:${one.startLine}`, one])).values()];
  if (places.length === 0) return null;
  return (
    <ul aria-label={findingWords[language].seenIn} className="mt-3 flex flex-wrap gap-1.5">
      {places.map((one) => {
        const label = <EvidenceText text={`${one.document}:${one.startLine}`} />;
        return (
          <li key={`${one.document}:${one.startLine}`}>
            {linked ? (
              <a className="chip inline-block" href={`#${lineId(one.document, one.startLine)}`}>
                {label}
              </a>
            ) : (
              <span className="chip inline-block">{label}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
