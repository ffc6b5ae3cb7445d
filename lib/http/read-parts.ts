import { isLog } from '../excerpt/line-rule';
import { archiveKind } from '../intake/archive-kind';
import { refusedAsCredentials } from '../intake/credentials';
import { decode, encodingOf } from '../intake/decode';
import { readLimits } from '../intake/limits';
import type { PassedFile, SentFile } from '../intake/read-evidence';
import { Endless } from '../redaction/masked-stream';
import type { Marks } from '../redaction/masking';
import { PassingLog, StoredLog } from './large-log';
import { Problem } from './problem';
import { says } from './problem-words';

/** A file that comes in pieces. */
export interface Part {
  readonly name: string | undefined;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** So much tells what a file is, in bytes. */
const head = 256 * 1024;

interface Reading {
  /** The file is to be kept. */
  readonly stored: boolean;
  readonly marks: Marks;
  /** How many bytes may still be read whole. */
  readonly whole: { left: number };
}

/** Reads a file as it comes where it is a log, and whole where it is anything else. Throws a Problem where that is too much. */
export async function readPart({ name, pieces }: Part, { stored, marks, whole }: Reading): Promise<SentFile | PassedFile> {
  const held: Uint8Array[] = [];
  let [bytes, log]: [number, PassingLog | StoredLog | undefined] = [0, undefined];
  let refused: string | undefined;
  for await (const piece of pieces) {
    const before = bytes;
    bytes += piece.length;
    if (refused !== undefined) continue;
    try {
      if (log) log.add(piece);
      else held.push(piece);
      if (!log && before < head && bytes >= head && isLargeLog(Buffer.concat(held))) {
        const encoding = encodingOf(held[0] ?? piece);
        log = stored ? new StoredLog(encoding, marks, readLimits().documentBytes) : new PassingLog(encoding);
        for (const one of held.splice(0)) log.add(one);
      }
    } catch (error) {
      if (!(error instanceof Endless)) throw error;
      refused = `${error.message}, so it was neither read nor stored`;
    }
    if (!log && bytes > whole.left) throw new Problem(413, says('tooLargeWhole', { limit: readLimits().wholeBytes }));
  }
  if (refused !== undefined) return { name, read: { bytes, refused } };
  if (log) return { name, read: log.end() };
  whole.left -= bytes;
  return { name, bytes: Buffer.concat(held) };
}

/** Is this the beginning of a log that may be read? What is to be refused is read whole, and refused by who reads it. */
function isLargeLog(beginning: Uint8Array): boolean {
  if (archiveKind(beginning)) return false;
  const decoded = decode(beginning);
  return 'text' in decoded && refusedAsCredentials(decoded.text) === undefined && isLog(Buffer.from(decoded.text.slice(0, 64 * 1024)));
}
