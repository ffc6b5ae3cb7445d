import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { archiveKind } from './archive-kind';

/** A member of an archive: its bytes, or why it was not taken. */
export type Member = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly refused: string });

/** An archive that unpacks to more than is accepted, or holds too many members: nothing of it is read. */
export class ArchiveTooLarge extends Error {}

/** What an archive may unpack to, in bytes, and how many members it may hold. */
export interface ArchiveLimits {
  readonly bytes: number;
  readonly members: number;
}

/** Counts what really unpacks; what an archive says of itself is not believed. */
export class Counter {
  #bytes = 0;
  #members = 0;

  constructor(private readonly most: ArchiveLimits) {}

  /** Throws ArchiveTooLarge. */
  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.most.bytes) throw new ArchiveTooLarge(`the archive unpacks to more than ${this.most.bytes} bytes`);
  }

  /** Throws ArchiveTooLarge. */
  open(): void {
    this.#members++;
    if (this.#members > this.most.members) throw new ArchiveTooLarge(`the archive holds more than ${this.most.members} members`);
  }
}

const nested = 'it is an archive inside an archive, which is not opened';

function memberOf(name: string, bytes: Uint8Array): Member {
  return archiveKind(bytes) ? { name, refused: nested } : { name, bytes };
}

/** The members of a tar, in memory; links are not followed. Here as in a browser. Throws ArchiveTooLarge, or what is wrong with it. */
export async function untar(bytes: Uint8Array, most: ArchiveLimits): Promise<Member[]> {
  const counter = new Counter(most);
  const members: Member[] = [];
  // Most evidence is no archive, and the program on a command line has to start at once.
  const { default: tar } = await import('tar-stream');
  const extract = tar.extract();
  extract.end(bytes);
  for await (const entry of extract) {
    counter.open();
    const { name, type, size } = entry.header;
    // A size in base 256 that is none would be waited for without end.
    if (!Number.isSafeInteger(size)) throw new Error(`the size of a member is ${size}`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry as AsyncIterable<Uint8Array>) {
      counter.take(chunk.length);
      chunks.push(chunk);
    }
    if (type === 'file' || type === 'contiguous-file') members.push(memberOf(name, joined(chunks)));
    else if (type !== 'directory') members.push({ name, refused: `it is a ${type ?? 'special file'}, which is not followed` });
  }
  return members;
}

/** The members of a zip, in memory. Here as in a browser. Throws ArchiveTooLarge, or what is wrong with it. */
export function unzip(bytes: Uint8Array, most: ArchiveLimits): Promise<Member[]> {
  return new Promise((resolve, reject) => {
    const counter = new Counter(most);
    const members: Member[] = [];
    let open = 0;
    let fed = false;
    const settle = () => {
      if (fed && open === 0) resolve(members);
    };
    const reader = new Unzip((file: UnzipFile) => {
      try {
        counter.open();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        return;
      }
      if (file.name.endsWith('/')) return;
      const chunks: Uint8Array[] = [];
      open++;
      file.ondata = (error, chunk, final) => {
        try {
          if (error) throw error;
          counter.take(chunk.length);
          chunks.push(chunk);
          if (!final) return;
          members.push(memberOf(file.name, joined(chunks)));
          open--;
          settle();
        } catch (thrown) {
          file.terminate();
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
        }
      };
      file.start();
    });
    reader.register(UnzipInflate);
    try {
      reader.push(bytes, true);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    fed = true;
    settle();
  });
}

/** Chunks as one piece. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
