import { expanded } from '../cases/compressed';
import { configsGiven } from '../diagnosis/configs-given';
import type { Report } from '../diagnosis/report';
import { readLimits } from '../intake/limits';
import { makeUnique } from '../intake/names';
import type { Taken } from '../intake/read-evidence';
import { redact } from '../redaction/redact';
import { carryOver } from '../report/carry-over';
import { Problem } from './problem';
import { says } from './problem-words';

/** What follows a repair, or answers a question about the same failure. */
export type After = 'evidence' | 'fix';

/** What the last attempt of a case holds; the texts as they are stored. */
export interface LastAttempt {
  readonly report: Report;
  readonly documents: readonly { readonly name: string; readonly kind: string; readonly content: Uint8Array }[];
}

/** What was sent, with what still holds of the last attempt. Throws a Problem. */
export async function joined({ report, documents }: LastAttempt, sent: readonly Taken[], after: After): Promise<Taken[]> {
  const texts = sent.flatMap((one) => ('text' in one ? [one] : []));
  const stored = await Promise.all(documents.map(async ({ content, ...one }) => ({ ...one, text: await expanded(content) })));
  const sizes = new Map(report.documents.map(({ name, bytes }) => [name, bytes]));
  const kept = after === 'evidence' ? stored : configsGiven(texts).length > 0 ? [] : carryOver(stored, report);
  const before = kept.map(({ name, text }) => ({ name, text, bytes: sizes.get(name) ?? Buffer.byteLength(text) }));
  // What is given a second time would only stand there twice.
  const known = new Set(before.map(({ text }) => unnumbered(text)));
  // Masking keeps the count of lines, so a text of another count is another text, and is not masked here to see it.
  const counts = new Set(before.map(({ text }) => endings(text)));
  const added = sent.filter((one) => !('text' in one && counts.has(endings(one.text)) && known.has(bare(one.text))));
  const all = [...before, ...added];
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const { uploadBytes } = readLimits();
  if (total > uploadBytes) throw new Problem(413, says('caseTooLarge', { total, limit: uploadBytes }));
  const names = makeUnique(all.map(({ name }) => name));
  return all.map((one, index) => ({ ...one, name: names[index] ?? one.name }));
}

/** A text after redaction without the numbers of its masks, which depend on what else was sent. */
function bare(text: string): string {
  return redact([{ name: '', text }]).texts.map((one) => unnumbered(one.text)).join('');
}

function endings(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function unnumbered(masked: string): string {
  return masked.replace(/⟦(\w{1,16})#\d{1,9}⟧/g, '⟦$1⟧');
}
