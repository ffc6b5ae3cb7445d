import { archiveKind } from '../intake/archive-kind';
import { refusedAsCredentials } from '../intake/credentials';
import { decode } from '../intake/decode';
import { excerptFile } from './excerpt-file';

/** A file or paste in the box. */
export interface Given {
  readonly key: number;
  readonly name: string;
  /** As it came; an archive is sent as it is. */
  readonly blob: Blob;
  /** Readable here; an archive is opened on the server. */
  readonly text?: string;
  readonly refused?: string;
  /** Larger than a case may be, and a text of which a part can be kept. */
  readonly tooLarge?: true;
  /** How much of it was read, in bytes, while the lines that matter are looked for. */
  readonly read?: number;
}

let keys = 0;

/** Reads a file as the server would; credentials are refused before anything is sent. `most` is in bytes. */
export async function readFile(file: File, most: number): Promise<Given> {
  const given = { key: ++keys, name: file.name, blob: file };
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  const archive = archiveKind(head) !== undefined;
  if (file.size > most) return { ...given, refused: 'it is too large', ...(archive ? {} : { tooLarge: true }) };
  if (archive) return given;
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  if ('refused' in decoded) return { ...given, refused: decoded.refused };
  const refused = refusedHere(decoded.text);
  return refused ? { ...given, refused } : { ...given, text: decoded.text };
}

/** Why a text is not even sent. */
export function refusedHere(text: string): string | undefined {
  return refusedAsCredentials(text)?.replace('neither read nor stored', 'not sent');
}

/** What is kept of a text that is too large: its end, with room for what else is sent and for masks; in bytes. */
export function keptEnd(most: number): number {
  return Math.floor((most / 16) * 15);
}

/** Reads the end of a text that is too large; the cause of a failed start stands near the end of its log. */
export function readEnd({ name, blob }: Given, most: number): Promise<Given> {
  return readFile(new File([blob.slice(blob.size - keptEnd(most))], name), most);
}

/** The lines of a large log that matter in its place; the same where it is no log. Throws what `excerptFile` throws. */
export async function readExcerpt(given: Given, onRead: (bytes: number) => void, signal: AbortSignal): Promise<Given> {
  const text = await excerptFile(given.blob, onRead, signal);
  const { key, name } = given;
  return text === undefined ? given : { key, name, blob: new Blob([text]), text };
}

/** A text that stands in the repository, as an example. */
export function givenText(name: string, text: string): Given {
  return { key: ++keys, name, blob: new Blob([text]), text };
}
