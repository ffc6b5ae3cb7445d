import { unpack } from './archive';
import { archiveKind } from './archive-kind';
import { readLimits } from './limits';
import { ArchiveTooLarge } from './members';
import { displayName, makeUnique } from './names';
import { takeMember, takeText } from './take-text';

/** A file as it came: its name is a hint and never trusted. */
export interface SentFile {
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

/** A file that was read as it came: what is left of it. */
export interface PassedFile {
  readonly name: string | undefined;
  readonly read: ReadContent;
}

/** A large log that was masked as it came, as it is to be stored. */
export interface KeptLog {
  /** The whole log after masking, or its lines that matter where it is longer than may be stored; compressed. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** Of what is stored. */
  readonly characters: number;
  /** SHA-256 of the whole log after masking, in hex. */
  readonly fingerprint: string;
}

/** What was read of a file of so many bytes, or why it cannot be. Of a `kept` log the text is its lines that matter, masked. */
export type ReadContent = { readonly bytes: number } & ({ readonly text: string; readonly kept?: KeptLog } | { readonly refused: string });

/** A document that can be read, or why it cannot. */
export type Taken = { readonly name: string } & ReadContent;

/** Too much was sent. */
export class TooMuch extends Error {}
/** Nothing that was sent can be read. */
export class NothingReadable extends Error {}

/**
 * Bytes to texts: archives are opened, encodings undone, binary files and credentials refused. What is refused is listed
 * and the rest is read. Throws TooMuch and NothingReadable.
 */
export async function readEvidence(files: readonly (SentFile | PassedFile)[]): Promise<Taken[]> {
  const limits = readLimits();
  const taken = (await Promise.all(files.map(takeFile))).flat();
  const names = makeUnique(taken.map(({ name }) => name));
  const named = taken.map((one, index) => ({ ...one, name: names[index] ?? one.name }));
  const total = named.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > limits.uploadBytes) throw new TooMuch(`the evidence unpacks to ${total} bytes; the limit is ${limits.uploadBytes}`);
  const readable = named.filter((one) => 'text' in one);
  if (readable.length === 0) throw new NothingReadable(why(named));
  if (readable.every((one) => 'text' in one && one.text.trim() === '')) {
    throw new NothingReadable(`${readable.map(({ name }) => name).join(', ')}: empty. Paste the runtime's output, or send config.json.`);
  }
  return named;
}

function why(taken: readonly Taken[]): string {
  if (taken.length === 0) return 'nothing was sent. Send files, or paste the output of the runtime.';
  return taken.map((one) => `${one.name}: ${'refused' in one ? one.refused : 'empty'}`).join('; ');
}

async function takeFile(file: SentFile | PassedFile): Promise<Taken[]> {
  const name = displayName(file.name);
  if ('read' in file) return [{ name, ...file.read }];
  const { bytes } = file;
  const kind = archiveKind(bytes);
  if (!kind) return [takeText(name, bytes)];
  try {
    const members = await unpack(bytes, kind);
    if (members.length === 0) return [{ name, bytes: bytes.length, refused: 'it is an empty archive' }];
    return members.map((member) => takeMember(name, member));
  } catch (error) {
    if (error instanceof ArchiveTooLarge) return [{ name, bytes: bytes.length, refused: error.message }];
    return [{ name, bytes: bytes.length, refused: 'it is a damaged archive' }];
  }
}
