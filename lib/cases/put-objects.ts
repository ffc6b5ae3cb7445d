import { isInBlocks, indexOf } from './blocks';
import { configuredBucket } from './bucket';
import type { Prisma } from './generated/sqlite/client';
import { announceObjects, deleteLoose, holdObjects } from './loose-objects';
import { makeCaseId } from './manage-token';
import type { DocumentToStore } from './open-case';

/** A document as it goes into a row. */
export interface DocumentRow extends DocumentToStore {
  /** Key of the object that has the content; `content` is its index alone. */
  readonly object?: string;
  /** Bytes of that object. */
  readonly objectBytes?: number;
}

/** To be called in the transaction that stores the rows; absent where there are no objects. */
export type Hold = (transaction: Prisma.TransactionClient) => Promise<void>;

/**
 * Puts the contents that are in blocks into the bucket, where one is configured, and has the rows stored. Objects that no
 * row holds in the end are deleted. Throws StorageUnreachable, and then nothing was stored.
 */
export async function withObjects<T>(documents: readonly DocumentToStore[], store: (rows: readonly DocumentRow[], hold?: Hold) => Promise<T>): Promise<T> {
  const large = documents.filter(({ content }) => isInBlocks(content));
  const bucket = large.length > 0 ? await configuredBucket() : undefined;
  if (!bucket) return store(documents);
  // A key says nothing of the case, whose id is its link.
  const keys = new Map(large.map((document) => [document, `userns-doctor/${makeCaseId()}`]));
  const all = [...keys.values()];
  await announceObjects(all);
  // Where one cannot be put, it may still arrive: the sweep deletes it when that is over.
  for (const [{ content }, key] of keys) await bucket.put(key, content);
  const rows = documents.map((document): DocumentRow => {
    const object = keys.get(document);
    return object === undefined ? document : { ...document, object, objectBytes: document.content.length, content: document.content.slice(0, indexOf(document.content).end) };
  });
  try {
    return await store(rows, (transaction) => holdObjects(transaction, all));
  } finally {
    // Nothing where they are held. Where it fails, the sweep does it.
    await deleteLoose(all).catch(() => undefined);
  }
}
