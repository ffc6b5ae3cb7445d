import { redact } from '../redaction/redact';

/** A title, a note or a name as it may be stored. */
export function maskedText(text: string): string {
  return redact([{ name: '', text }]).texts.map((one) => one.text).join('');
}
