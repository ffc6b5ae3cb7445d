import { makeCaseId } from './manage-token';
import { inTransaction } from './prisma-client';
import { guarded } from './storage-error';

/**
 * Gives a case a new id, and so a new link; the old one answers 410 from then on. `undefined` where somebody else changed
 * or deleted it in the meantime. Throws StorageBusy or StorageFull.
 */
export async function rotateLink(id: string): Promise<string | undefined> {
  const renewed = makeCaseId();
  return guarded(() =>
    inTransaction(async (transaction) => {
      // Attempts, documents and the key of its creation follow by cascade.
      const moved = await transaction.case.updateMany({ where: { id, deletedAt: null }, data: { id: renewed } });
      if (moved.count === 0) return undefined;
      const now = new Date();
      await transaction.case.create({ data: { id, title: '', note: '', status: 'open', createdAt: now, expiresAt: now, deletedAt: now, manageTokenHash: '' } });
      return renewed;
    }),
  );
}
