import type { NamedText } from '../redaction/redact';
import type { Given } from './read-files';

/** What one case may have, as the server says. */
export interface SendLimits {
  readonly uploadBytes: number;
  readonly documents: number;
  readonly archiveMembers: number;
}

/** What would be sent: texts only after masking; an archive as it is, for it is opened on the server. */
export interface Sendable {
  readonly files: readonly { readonly name: string; readonly blob: Blob }[];
  /** The texts in the box have changed since they were masked, or are being masked. */
  readonly waiting: boolean;
}

/**
 * The files of a case. `texts` are those of the box, `masked` the same after masking, in the same order; where those are of
 * other texts nothing can be sent yet.
 */
export function sendableOf(given: readonly Given[], texts: readonly NamedText[], masked: readonly NamedText[] | undefined): Sendable {
  const archives = given.filter(({ text, refused }) => text === undefined && refused === undefined);
  const waiting = texts.length > 0 && (masked === undefined || masked.length !== texts.length);
  const ready = waiting ? [] : (masked ?? []).map(({ name, text }) => ({ name, blob: new Blob([text], { type: 'text/plain' }) }));
  return { files: [...ready, ...archives.map(({ name, blob }) => ({ name, blob }))], waiting };
}

/** In bytes. */
export function sizeOf({ files }: Sendable): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}
