import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { isTar, type ArchiveKind } from './archive-kind';
import { readLimits } from './limits';
import { Counter, untar, unzip, type ArchiveLimits, type Member } from './members';

/** Unpacks in memory, counting real bytes; never writes a file, never follows a link, opens one level only. Throws ArchiveTooLarge. */
export async function unpack(bytes: Uint8Array, kind: ArchiveKind): Promise<Member[]> {
  if (kind === 'zip') return unzip(bytes, limits());
  if (kind === 'tar') return untar(bytes, limits());
  const inner = await gunzip(bytes);
  return isTar(inner) ? untar(inner, limits()) : [{ name: '', bytes: inner }];
}

/** Inflates gzip up to the limit. Throws ArchiveTooLarge. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const counter = new Counter(limits());
  const chunks: Uint8Array[] = [];
  const stream = Readable.from([Buffer.from(bytes)]).pipe(createGunzip({ chunkSize: 256 * 1024 }));
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    counter.take(chunk.length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function limits(): ArchiveLimits {
  const { uploadBytes, archiveMembers } = readLimits();
  return { bytes: uploadBytes, members: archiveMembers };
}
