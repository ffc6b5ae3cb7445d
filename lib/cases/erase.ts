import { inTransaction } from './prisma-client';

/** Takes everything out of cases but their ids. Safe to run twice at once. */
export async function erase(ids: readonly string[]): Promise<void> {
  await inTransaction(async (transaction) => {
    const emptied = { title: '', note: '', manageTokenHash: '', passwordHash: null, deletedAt: new Date() };
    await transaction.case.updateMany({ where: { id: { in: [...ids] }, deletedAt: null }, data: emptied });
    await transaction.creation.deleteMany({ where: { caseId: { in: [...ids] } } });
    // Their documents go with them by cascade.
    await transaction.attempt.deleteMany({ where: { caseId: { in: [...ids] } } });
  });
}
