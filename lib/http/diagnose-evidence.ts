import { diagnose } from '../diagnosis/diagnose';
import type { Report } from '../diagnosis/report';
import type { Taken } from '../intake/read-evidence';
import { redact, type NamedText } from '../redaction/redact';

/** The texts after redaction, and the Report with what was refused in its place. */
export interface Diagnosed {
  readonly texts: readonly NamedText[];
  readonly report: Report;
}

/** Masks, then diagnoses: nothing after the first line sees what was sent. */
export function diagnoseEvidence(documents: readonly Taken[]): Diagnosed {
  const { texts } = redact(documents.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : [])));
  const report = diagnose(texts);
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  const listed = documents.map(({ name, bytes, ...rest }) => {
    const entry = entries.get(name) ?? { name, kind: 'refused', bytes, lines: 0 };
    return 'refused' in rest ? { ...entry, refused: rest.refused } : { ...entry, bytes };
  });
  return { texts, report: { ...report, documents: listed } };
}
