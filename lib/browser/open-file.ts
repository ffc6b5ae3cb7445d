import { archiveKind, isTar } from '../intake/archive-kind';
import { ArchiveTooLarge, Counter, joined, untar, unzip, type ArchiveLimits, type Member } from '../intake/members';
import { displayName } from '../intake/names';
import type { Taken } from '../intake/read-evidence';
import { takeMember, takeText } from '../intake/take-text';

/** Reads a file as the server would, and opens it where it is an archive: nothing leaves the browser. */
export async function openFile(file: File, most: ArchiveLimits): Promise<Taken[]> {
  const name = displayName(file.name);
  if (file.size > most.bytes) return [{ name, bytes: file.size, refused: 'it is too large' }];
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    const members = await membersOf(bytes, most);
    if (!members) return [takeText(name, bytes)];
    return members.length === 0 ? [{ name, bytes: bytes.length, refused: 'it is an empty archive' }] : members.map((member) => takeMember(name, member));
  } catch (error) {
    return [{ name, bytes: bytes.length, refused: error instanceof ArchiveTooLarge ? error.message : 'it is a damaged archive' }];
  }
}

/** Undefined where it is no archive. Throws ArchiveTooLarge, or what is wrong with it. */
async function membersOf(bytes: Uint8Array<ArrayBuffer>, most: ArchiveLimits): Promise<Member[] | undefined> {
  const kind = archiveKind(bytes);
  if (kind === undefined) return undefined;
  if (kind === 'zip') return unzip(bytes, most);
  if (kind === 'tar') return untar(bytes, most);
  const inner = await gunzip(bytes, most);
  return isTar(inner) ? untar(inner, most) : [{ name: '', bytes: inner }];
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>, most: ArchiveLimits): Promise<Uint8Array> {
  const counter = new Counter(most);
  const chunks: Uint8Array[] = [];
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    counter.take(read.value.length);
    chunks.push(read.value);
  }
  return joined(chunks);
}
