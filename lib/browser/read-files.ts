import { refusedAsCredentials } from '../intake/credentials';
import { decode } from '../intake/decode';

/** A file or paste in the box. */
export interface Given {
  readonly key: number;
  readonly name: string;
  /** As it will be sent. */
  readonly blob: Blob;
  /** Readable here; an archive is opened on the server. */
  readonly text?: string;
  readonly refused?: string;
}

/** What the server accepts by default (contract.md). */
export const uploadBytes = 32 * 1024 * 1024;

let keys = 0;

/** Reads a file as the server would; credentials are refused before anything is sent. */
export async function readFile(file: File): Promise<Given> {
  const given = { key: ++keys, name: file.name, blob: file };
  if (file.size > uploadBytes) return { ...given, refused: `it has ${mebibytes(file.size)} MiB; the limit is ${mebibytes(uploadBytes)} MiB. The cause stands near the end of a log: send its end` };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isArchive(bytes)) return given;
  const decoded = decode(bytes);
  if ('refused' in decoded) return { ...given, refused: decoded.refused };
  const refused = refusedAsCredentials(decoded.text);
  return refused ? { ...given, refused: refused.replace('neither read nor stored', 'not sent') } : { ...given, text: decoded.text };
}

/** A text that stands in the repository, as an example. */
export function givenText(name: string, text: string): Given {
  return { key: ++keys, name, blob: new Blob([text]), text };
}

function isArchive(bytes: Uint8Array): boolean {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const tar = new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar';
  return gzip || zip || tar;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
