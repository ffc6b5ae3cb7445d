import { addAttempt, mostAttempts } from '../cases/add-attempt';
import { readDocuments } from '../cases/read-documents';
import type { StoredAttempt } from '../cases/read-case';
import { configsGiven } from '../diagnosis/configs-given';
import type { Report } from '../diagnosis/report';
import { readLimits } from '../intake/limits';
import { makeUnique } from '../intake/names';
import type { Taken } from '../intake/read-evidence';
import { redact } from '../redaction/redact';
import { carryOver } from '../report/carry-over';
import { compareAttempts, type Changes } from '../report/compare-attempts';
import { diagnosedToStore } from './diagnose-apart';
import { documentsToStore } from './documents-to-store';
import { Problem } from './problem';
import { says } from './problem-words';
import { attemptOf, foundCase } from './stored-case';

/** What follows a repair, or answers a question about the same failure. */
export type After = 'evidence' | 'fix';

export interface AddedAttempt {
  readonly number: number;
  readonly report: Report;
  readonly changes: Changes;
}

/** So often it is tried again where somebody else adds an attempt at the same moment. */
const mostTries = 3;

/** Diagnoses what was sent together with what still holds of the last attempt, and stores it as the next. Throws a Problem. */
export async function addNextAttempt(id: string, sent: readonly Taken[], after: After): Promise<AddedAttempt> {
  for (let tries = 0; tries < mostTries; tries++) {
    const last = attemptOf(await foundCase(id), undefined);
    const number = last.number + 1;
    if (number > mostAttempts) throw new Problem(413, says('attempts', { limit: mostAttempts }));
    const { texts, report } = await diagnosedToStore(await joined(id, last, sent, after));
    if (await addAttempt(id, { number, after, documents: documentsToStore(texts, report), report })) {
      return { number, report, changes: compareAttempts(last.report, report) };
    }
  }
  throw new Problem(503, says('otherAttempts'), { 'Retry-After': '1' });
}

async function joined(id: string, last: StoredAttempt, sent: readonly Taken[], after: After): Promise<Taken[]> {
  const texts = sent.flatMap((one) => ('text' in one ? [one] : []));
  const stored = await readDocuments(id, last.number);
  const sizes = new Map(last.report.documents.map(({ name, bytes }) => [name, bytes]));
  const kept = after === 'evidence' ? stored : configsGiven(texts).length > 0 ? [] : carryOver(stored, last.report);
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
