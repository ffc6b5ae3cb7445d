import { diagnose } from '../diagnosis/diagnose';
import type { Report } from '../diagnosis/report';
import { excerptOf } from '../excerpt/excerpt';
import type { KeptLog, Taken } from '../intake/read-evidence';
import { Marks } from '../redaction/masking';
import { redact, type NamedText } from '../redaction/redact';

/** A text after redaction; of a large log that was `kept` it is what matters of it. */
export interface MaskedText extends NamedText {
  readonly kept?: KeptLog;
}

/** The texts after redaction, and the Report with what was refused in its place. */
export interface DiagnosedTexts {
  readonly texts: readonly MaskedText[];
  readonly report: Report;
}

/**
 * Masks, then diagnoses: nothing after the masking sees what was sent. Of a large log the lines that matter are diagnosed; what is
 * not to be `stored` is masked no further than it is read. `marks` are those of logs that were masked already.
 */
export function diagnoseEvidence(documents: readonly Taken[], stored: boolean, marks = new Marks()): DiagnosedTexts {
  const sent = documents.flatMap((one): MaskedText[] => ('text' in one ? [{ name: one.name, text: one.text, ...(one.kept ? { kept: one.kept } : {}) }] : []));
  const bare = sent.filter(({ kept }) => !kept);
  const masked = new Map(redact(stored ? bare : bare.map(excerpted), marks).texts.map((one) => [one.name, one]));
  const texts = sent.map((one) => masked.get(one.name) ?? one);
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
