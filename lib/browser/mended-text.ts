import { applyFix, type Change } from '../diagnosis/apply-fix';
import { redact } from '../redaction/redact';

/**
 * The unmasked text after a fix. Edits name places in the masked text, so they are made only where masking changed
 * nothing; a patch names values, and every masked one stays as it was given. `undefined` where the fix does not fit.
 */
export function mendedText(original: string, change: Change): string | undefined {
  const masked = redact([{ name: 'config.json', text: original }]).texts[0]?.text;
  if (change.edits.length > 0 && masked !== original) return undefined;
  return applyFix(original, change);
}
