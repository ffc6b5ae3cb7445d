import { diagnose } from '../diagnosis/diagnose';
import type { Report } from '../diagnosis/report';
import { excerptOf } from '../excerpt/excerpt';
import { hideChosen } from '../redaction/hide';
import { redact, type NamedText } from '../redaction/redact';

/** Masks texts by the rules and by what was chosen besides, and diagnoses them: the Report's positions are of the masked ones. */
export function diagnoseMasked(given: readonly NamedText[], chosen: readonly string[]): { readonly texts: readonly NamedText[]; readonly report: Report } {
  const texts = hideChosen(redact(given).texts, chosen);
  return { texts, report: diagnose(texts.map(({ name, text }) => ({ name, text: excerptOf(text) }))) };
}
