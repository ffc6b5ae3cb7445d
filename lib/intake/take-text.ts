import { refusedAsCredentials } from './credentials';
import { decode } from './decode';
import type { Member } from './members';
import { displayName } from './names';
import type { Taken } from './read-evidence';

/** A member as a document, named by its archive too. */
export function takeMember(archive: string, member: Member): Taken {
  // A gzip of a single file has a member without a name.
  const name = member.name === '' ? archive.replace(/\.gz$/i, '') : displayName(`${archive}/${member.name}`);
  return 'bytes' in member ? takeText(name, member.bytes) : { name, bytes: 0, refused: member.refused };
}

/** Bytes as a document: decoded, or why they are none. */
export function takeText(name: string, bytes: Uint8Array): Taken {
  const decoded = decode(bytes);
  if ('refused' in decoded) return { name, bytes: bytes.length, refused: decoded.refused };
  const refused = refusedAsCredentials(decoded.text);
  return refused ? { name, bytes: bytes.length, refused } : { name, bytes: bytes.length, text: decoded.text };
}
