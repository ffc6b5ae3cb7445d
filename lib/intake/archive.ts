import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { archiveKind, isTar, type ArchiveKind } from './archive-kind';
import { readLimits } from './limits';

/** A member of an archive: its bytes, or why it was not taken. */
export type Member = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly refused: string });

/** An archive that unpacks to more than is accepted, or holds too many members: nothing of it is read. */
export class ArchiveTooLarge extends Error {}

/** Unpacks in memory, counting real bytes; never writes a file, never follows a link, opens one level only. */
export async function unpack(bytes: Uint8Array, kind: ArchiveKind): Promise<Member[]> {
  if (kind === 'zip') return unzip(bytes);
  if (kind === 'tar') return untar(bytes);
  const inner = await gunzip(bytes);
  return isTar(inner) ? untar(inner) : [{ name: '', bytes: inner }];
}

/** Inflates gzip up to the limit. Throws ArchiveTooLarge. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const counter = new Counter();
  const chunks: Uint8Array[] = [];
  const stream = Readable.from([Buffer.from(bytes)]).pipe(createGunzip({ chunkSize: 256 * 1024 }));
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    counter.take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

class Counter {
  readonly #limits = readLimits();
  #bytes = 0;
  #members = 0;

  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.uploadBytes) throw new ArchiveTooLarge(`the archive unpacks to more than ${this.#limits.uploadBytes} bytes`);
  }

  open(): void {
    this.#members++;
    if (this.#members > this.#limits.archiveMembers) throw new ArchiveTooLarge(`the archive holds more than ${this.#limits.archiveMembers} members`);
  }
}

const nested = 'it is an archive inside an archive, which is not opened';

function memberOf(name: string, bytes: Uint8Array): Member {
  return archiveKind(bytes) ? { name, refused: nested } : { name, bytes };
}

async function untar(bytes: Uint8Array): Promise<Member[]> {
  const counter = new Counter();
  const members: Member[] = [];
  // Most evidence is no archive, and the program on a command line has to start at once.
  const { default: tar } = await import('tar-stream');
  const extract = tar.extract();
  Readable.from([Buffer.from(bytes)]).pipe(extract);
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
    if (type === 'file' || type === 'contiguous-file') members.push(memberOf(name, Buffer.concat(chunks)));
    else if (type !== 'directory') members.push({ name, refused: `it is a ${type ?? 'special file'}, which is not followed` });
  }
  return members;
}

function unzip(bytes: Uint8Array): Promise<Member[]> {
  return new Promise((resolve, reject) => {
    const counter = new Counter();
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
          members.push(memberOf(file.name, Buffer.concat(chunks)));
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
