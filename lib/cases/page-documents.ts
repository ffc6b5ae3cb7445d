import { expanded, readerOf } from './compressed';
import { readContents, type StoredContent } from './read-documents';
import { ObjectGone, StorageUnreachable } from './storage-error';

/** Lines of a text, counted from 1, both ends inside. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Of a large text the stretches that were asked for; the others are read by their lines (`readLines`). */
export interface LargeText {
  readonly lines: number;
  readonly bytes: number;
  readonly stretches: readonly { readonly from: number; readonly lines: readonly string[] }[];
}

/** A document as a page shows it. */
export interface PageDocument {
  readonly name: string;
  readonly kind: string;
  readonly source: string | LargeText;
}

/** A document whose text lies in a storage that does not answer now, or no longer lies there. */
export interface UnreadDocument {
  readonly name: string;
  readonly why: 'away' | 'gone';
}

/** Which lines of a large document of so many lines are wanted; `undefined` where it is wanted whole. */
export type Wanted = (document: { readonly name: string; readonly kind: string; readonly lines: number }) => readonly LineRange[] | undefined;

/** The documents of one attempt, in the order of the upload; of those that are stored in blocks only what is `wanted` is opened. */
export async function readPageDocuments(caseId: string, number: number, wanted: Wanted): Promise<{ documents: PageDocument[]; unread: UnreadDocument[] }> {
  const all = await Promise.all((await readContents(caseId, number)).map((stored) => readOrNot(stored, wanted)));
  return { documents: all.flatMap((one) => ('source' in one ? [one] : [])), unread: all.flatMap((one) => ('why' in one ? [one] : [])) };
}

/** What a page shows of a case does not fall with one of its texts: the diagnosis lies in the database. */
async function readOrNot(stored: StoredContent, wanted: Wanted): Promise<PageDocument | UnreadDocument> {
  try {
    return await readForPage(stored, wanted);
  } catch (error) {
    if (error instanceof StorageUnreachable) return { name: stored.name, why: 'away' };
    if (error instanceof ObjectGone) return { name: stored.name, why: 'gone' };
    throw error;
  }
}

async function readForPage({ name, kind, content }: StoredContent, wanted: Wanted): Promise<PageDocument> {
  const reader = readerOf(content);
  const lines = (await reader?.lines()) ?? 0;
  const ranges = reader && wanted({ name, kind, lines });
  if (!reader || !ranges) return { name, kind, source: await expanded(content) };
  const stretches = [];
  for (const { from, to } of ranges) stretches.push({ from, lines: await reader.window(from - 1, to - from + 1) });
  return { name, kind, source: { lines, bytes: reader.bytes, stretches } };
}
