import type { Prisma } from './generated/sqlite/client';
import { requiredBucket } from './bucket';
import { database } from './prisma-client';
import { guarded, StorageBusy } from './storage-error';

// An object and a row are not written in one transaction. So a key stands in LooseObject, by a commit of its own, before
// its object is put; the transaction that stores the document takes it out; the one that deletes the document puts it
// back. Whatever dies in between, what no document holds is known, and deleted later.

/** So long, in milliseconds, an upload may take until its objects are taken for left behind. */
const grace = 60 * 60 * 1000;
/** Of what is deleted now, and is no more for any document to take. */
const never = new Date(0);
/** So many are written, or deleted, at once. */
const batch = 100;

/** To be called before objects are put. */
export async function announceObjects(keys: readonly string[]): Promise<void> {
  const until = new Date(Date.now() + grace);
  await guarded(async () => (await database()).looseObject.createMany({ data: keys.map((key) => ({ key, until })) }));
}

/** In the transaction that stores the documents which hold them. Throws StorageBusy where they are being deleted: the upload took too long. */
export async function holdObjects(transaction: Prisma.TransactionClient, keys: readonly string[]): Promise<void> {
  const { count } = await transaction.looseObject.deleteMany({ where: { key: { in: [...keys] }, until: { gt: never } } });
  if (count !== keys.length) throw new StorageBusy('objects were deleted before a document held them');
}

/** In the transaction that deletes all attempts of cases; gives the keys of what they held. */
export async function releaseObjects(transaction: Prisma.TransactionClient, caseIds: readonly string[]): Promise<string[]> {
  const held = await transaction.storedDocument.findMany({ where: { object: { not: null }, attempt: { caseId: { in: [...caseIds] } } }, select: { object: true } });
  const keys = held.flatMap(({ object }) => (object === null ? [] : [object]));
  for (const some of batches(keys)) {
    await transaction.looseObject.deleteMany({ where: { key: { in: some } } });
    await transaction.looseObject.createMany({ data: some.map((key) => ({ key, until: never })) });
  }
  return keys;
}

/** Deletes those of the objects that no document holds. Throws StorageUnreachable; what is left is deleted by the next sweep. */
export async function deleteLoose(keys: readonly string[]): Promise<void> {
  for (const some of batches(keys)) await guarded(() => deleteSome(some));
}

async function deleteSome(keys: string[]): Promise<void> {
  const { looseObject, storedDocument } = await database();
  const where = { key: { in: keys } };
  // From here on none of them can be held: of two that want one at once, the later finds it gone.
  const { count } = await looseObject.updateMany({ where, data: { until: never } });
  if (count === 0) return;
  const loose = (await looseObject.findMany({ where })).map(({ key }) => key);
  // After a move both databases may know a key, and one of them holds it.
  const held = new Set((await storedDocument.findMany({ where: { object: { in: loose } }, select: { object: true } })).map(({ object }) => object));
  const bucket = loose.length > held.size ? await requiredBucket() : undefined;
  await Promise.all(loose.filter((key) => !held.has(key)).map((key) => bucket?.remove(key)));
  await looseObject.deleteMany({ where: { key: { in: loose } } });
}

function* batches(keys: readonly string[]): Generator<string[]> {
  for (let at = 0; at < keys.length; at += batch) yield keys.slice(at, at + batch);
}

/** Deletes every object whose time is over; `keep` is called before each batch, and ends it by false. Gives how many. */
export async function sweepObjects(now: Date, keep: () => Promise<boolean>): Promise<number> {
  let deleted = 0;
  const client = await database();
  while (await keep()) {
    const due = await client.looseObject.findMany({ where: { until: { lte: now } }, take: batch });
    if (due.length === 0) break;
    await deleteLoose(due.map(({ key }) => key));
    deleted += due.length;
  }
  return deleted;
}
