import { expanded } from './compressed';
import { database } from './prisma-client';
import { guarded } from './storage-error';

export interface StoredText {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

/** A document as it is stored. */
export interface StoredContent {
  readonly name: string;
  readonly kind: string;
  /** Of compressed.ts. */
  readonly content: Uint8Array;
}

/** The documents of one attempt (the latest without a number), in the order of the upload; all, or those of one name. */
export async function readDocuments(caseId: string, number?: number, name?: string): Promise<StoredText[]> {
  const documents = await readContents(caseId, number, name);
  return Promise.all(documents.map(async ({ content, ...one }) => ({ ...one, text: await expanded(content) })));
}

/** The same, still compressed. */
export async function readContents(caseId: string, number?: number, name?: string): Promise<StoredContent[]> {
  return guarded(async () => {
    const client = await database();
    const attempt = await client.attempt.findFirst({
      where: { caseId, ...(number === undefined ? {} : { number }) },
      orderBy: { number: 'desc' },
      include: { documents: { where: name === undefined ? {} : { name }, orderBy: { position: 'asc' } } },
    });
    return (attempt?.documents ?? []).map(({ name: called, kind, content }) => ({ name: called, kind, content }));
  });
}
