import { createHash } from 'node:crypto';
import { compressedNow } from '../cases/compressed';
import type { DocumentToStore } from '../cases/open-case';
import type { Report } from '../diagnosis/report';
import { excerptOf } from '../excerpt/excerpt';
import { readLimits } from '../intake/limits';
import { Marks } from '../redaction/masking';
import { diagnoseEvidence, type MaskedText } from './diagnose-evidence';
import { joined, type LastAttempt } from './joined';
import { readReceived, type Form, type Handed, type OptionsOf } from './read-received';

export interface Task<Of extends Form = Form> {
  readonly received: Handed;
  readonly form: Of;
  /** The masked texts are to be kept. */
  readonly stored: boolean;
  /** What the case holds, where this is one more attempt. */
  readonly last?: LastAttempt;
}

/** What came of evidence: all that a request needs besides the store. */
export interface Diagnosed<Of extends Form = Form> {
  readonly options: OptionsOf<Of>;
  readonly report: Report;
  /** Masked and compressed; none where nothing is to be kept. */
  readonly documents: readonly DocumentToStore[];
  /** Of what is to be stored, in characters. */
  readonly characters: number;
  /** SHA-256 of the masked texts and their names, in hex. */
  readonly fingerprint: string;
}

/** Reads, masks, diagnoses and compresses: everything that takes time. Throws a Problem. */
export async function work<Of extends Form>({ received, form, stored, last }: Task<Of>): Promise<Diagnosed<Of>> {
  const marks = new Marks();
  const { documents: sent, options } = await readReceived(received, form, stored, marks);
  const documents = last && 'after' in options ? await joined(last, sent, options.after) : sent;
  const { texts, report } = diagnoseEvidence(documents, stored, marks);
  return {
    options,
    report,
    documents: stored ? documentsToStore(texts, report) : [],
    characters: texts.reduce((sum, { text, kept }) => sum + (kept?.characters ?? text.length), 0),
    fingerprint: createHash('sha256').update(JSON.stringify(texts.map(({ name, text, kept }) => [name, kept?.fingerprint ?? text]))).digest('hex'),
  };
}

/** The masked texts with what the Report says of each; what was refused is not among them. */
function documentsToStore(texts: readonly MaskedText[], report: Report): DocumentToStore[] {
  const { documentBytes } = readLimits();
  const entries = new Map(report.documents.map((entry) => [entry.name, entry]));
  return texts.map(({ name, text, kept }) => {
    const { kind = 'text', bytes = 0, lines = 0 } = entries.get(name) ?? {};
    return { name, kind, bytes, lines, content: kept?.content ?? compressedNow(text.length > documentBytes ? excerptOf(text) : text) };
  });
}
