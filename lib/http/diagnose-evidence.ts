import { diagnose } from '../diagnosis/diagnose';
import type { Report } from '../diagnosis/report';
import { excerptOf } from '../excerpt/excerpt';
import type { Taken } from '../intake/read-evidence';
import { redact, type NamedText } from '../redaction/redact';

/** The texts after redaction, and the Report with what was refused in its place. */
export interface Diagnosed {
  readonly texts: readonly NamedText[];
  readonly report: Report;
}

/**
 * Masks, then diagnoses: nothing after the masking sees what was sent. Of a large log the lines that matter are diagnosed; what is
 * not to be `stored` is masked no further than it is read.
 */
export function diagnoseEvidence(documents: readonly Taken[], stored: boolean): Diagnosed {
  const sent = documents.flatMap((one) => ('text' in one ? [{ name: one.name, text: one.text }] : []));
  const { texts } = redact(stored ? sent : sent.map(excerpted));
  const report = diagnose(stored ? texts.map(excerpted) : texts);
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  const listed = documents.map(({ name, bytes, ...rest }) => {
    const entry = entries.get(name) ?? { name, kind: 'refused', bytes, lines: 0 };
    return 'refused' in rest ? { ...entry, refused: rest.refused } : { ...entry, bytes };
  });
  return { texts, report: { ...report, documents: listed } };
}

function excerpted({ name, text }: NamedText): NamedText {
  return { name, text: excerptOf(text) };
}
