import { expanded } from './compressed';
import { database } from './prisma-client';
import { guarded } from './storage-error';

export interface StoredText {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
}

/** The documents of one attempt (the latest without a number), in the order of the upload; all, or those of one name. */
export async function readDocuments(caseId: string, number?: number, name?: string): Promise<StoredText[]> {
  return guarded(async () => {
    const client = await database();
    const attempt = await client.attempt.findFirst({
      where: { caseId, ...(number === undefined ? {} : { number }) },
      orderBy: { number: 'desc' },
      include: { documents: { where: name === undefined ? {} : { name }, orderBy: { position: 'asc' } } },
    });
    return Promise.all((attempt?.documents ?? []).map(async (one) => ({ name: one.name, kind: one.kind, text: await expanded(one.content) })));
  });
}
