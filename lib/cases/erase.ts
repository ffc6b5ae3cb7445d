import { releaseObjects } from './loose-objects';
import { inTransaction } from './prisma-client';

/**
 * Takes everything out of cases but their ids; gives how many still held something, and the keys of objects that nothing
 * holds any more, which are left to be deleted (loose-objects.ts). Safe to run twice at once.
 */
export async function erase(ids: readonly string[]): Promise<{ count: number; objects: readonly string[] }> {
  return inTransaction(async (transaction) => {
    const emptied = { title: '', note: '', manageTokenHash: '', passwordHash: null, deletedAt: new Date() };
    const { count } = await transaction.case.updateMany({ where: { id: { in: [...ids] }, deletedAt: null }, data: emptied });
    await transaction.creation.deleteMany({ where: { caseId: { in: [...ids] } } });
    await transaction.envelope.deleteMany({ where: { caseId: { in: [...ids] } } });
    const objects = await releaseObjects(transaction, ids);
    // Their documents go with them by cascade.
    await transaction.attempt.deleteMany({ where: { caseId: { in: [...ids] } } });
    return { count, objects };
  });
}
