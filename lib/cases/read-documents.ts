import { BlockReader } from './block-reader';
import { requiredBucket } from './bucket';
import { expanded, expandedBytes, expandedLines, type Content, type Lines } from './compressed';
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
  readonly content: Content;
}

/** The documents of one attempt (the latest without a number), in the order of the upload; all, or those of one name. */
export async function readDocuments(caseId: string, number?: number, name?: string): Promise<StoredText[]> {
  const documents = await readContents(caseId, number, name);
  return Promise.all(documents.map(async ({ content, ...one }) => ({ ...one, text: await expanded(content) })));
}

/** The same, still compressed; of what lies in an object nothing is read yet. Throws StorageUnreachable where it is needed and there is no storage. */
export async function readContents(caseId: string, number?: number, name?: string): Promise<StoredContent[]> {
  return guarded(async () => {
    const client = await database();
    const attempt = await client.attempt.findFirst({
      where: { caseId, ...(number === undefined ? {} : { number }) },
      orderBy: { number: 'desc' },
      include: { documents: { where: name === undefined ? {} : { name }, orderBy: { position: 'asc' } } },
    });
    return (attempt?.documents ?? []).map(({ name: called, kind, content, object }) => ({ name: called, kind, content: object === null ? content : inObject(object, content) }));
  });
}

function inObject(key: string, index: Uint8Array): BlockReader {
  return new BlockReader(index, async (from, end) => (await requiredBucket()).read(key, from, end));
}

/** The documents of an attempt as bytes that a worker can be given. */
export async function readWholeContents(caseId: string, number: number): Promise<{ name: string; kind: string; content: Uint8Array }[]> {
  const documents = await readContents(caseId, number);
  return Promise.all(documents.map(async ({ content, ...one }) => ({ ...one, content: content instanceof BlockReader ? await content.whole() : content })));
}

/** A document's name as it is stored, and its text as UTF-8. */
export interface StoredBytes {
  readonly name: string;
  readonly bytes: Buffer;
}

/** One document whole; `undefined` where the attempt holds none of this name. */
export async function readWhole(caseId: string, number: number | undefined, name: string): Promise<StoredBytes | undefined> {
  const [found] = await readContents(caseId, number, name);
  return found && { name: found.name, bytes: await expandedBytes(found.content) };
}

/** A window of one document: so many lines from one on, counted from 0. */
export async function readLines(caseId: string, number: number | undefined, name: string, from: number, count: number): Promise<Lines | undefined> {
  const [found] = await readContents(caseId, number, name);
  return found && expandedLines(found.content, from, count);
}
