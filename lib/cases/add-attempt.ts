import type { Report } from '../diagnosis/report';
import { attemptData } from './attempt-data';
import type { DocumentToStore } from './open-case';
import { inTransaction } from './prisma-client';
import { withObjects } from './put-objects';
import { refuseWhereFull } from './room';
import { guarded } from './storage-error';

/** So many attempts a case may have. */
export const mostAttempts = 50;

export interface NewAttempt {
  /** One more than the last attempt that was read. */
  readonly number: number;
  readonly after: 'evidence' | 'fix';
  readonly documents: readonly DocumentToStore[];
  readonly report: Report;
}

/**
 * Adds an attempt to a case, all of it or nothing. False where somebody else took the number or deleted the case in the
 * meantime: what the attempt was built on is then no longer the last. Throws StorageBusy, StorageUnreachable or StorageFull.
 */
export async function addAttempt(caseId: string, { number, after, documents, report }: NewAttempt): Promise<boolean> {
  await refuseWhereFull();
  return withObjects(documents, async (rows, hold) => {
    const data = await attemptData({ number, after, documents: rows, report });
    return guarded(() =>
      inTransaction(async (transaction) => {
        // Written first, though nothing changes: the lock is taken before anything is read.
        const alive = await transaction.case.updateMany({ where: { id: caseId, deletedAt: null }, data: { deletedAt: null } });
        const taken = await transaction.attempt.count({ where: { caseId, number } });
        if (alive.count === 0 || taken > 0) return false;
        await hold?.(transaction);
        await transaction.attempt.create({ data: { caseId, ...data } });
        return true;
      }),
    );
  });
}
