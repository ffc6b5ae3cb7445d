import { erase } from './erase';
import { expiryOf } from './expiry';
import { deleteLoose } from './loose-objects';
import { hashToken, isCaseId, isToken } from './manage-token';
import { plainText } from './plain-text';
import { database, inTransaction, forgetErased } from './prisma-client';
import { isPast } from './read-case';
import { guarded } from './storage-error';

/** What a token lets its holder do with a case: `gone` and `undefined` as in `readCase`. */
export type Right = 'granted' | 'refused' | 'gone' | undefined;

/** Does this token manage this case? Compared in constant time. */
export async function rightOf(id: string, token: string): Promise<Right> {
  if (!isCaseId(id)) return undefined;
  const found = await guarded(async () => (await database()).case.findUnique({ where: { id }, select: { manageTokenHash: true, deletedAt: true, expiresAt: true } }));
  // Somebody who guesses ids learns nothing from the time it takes.
  const granted = isToken(token, found?.manageTokenHash ?? hashToken(''));
  if (!found) return undefined;
  if (isPast(found)) return 'gone';
  return granted ? 'granted' : 'refused';
}

export interface CaseChanges {
  readonly title?: string | undefined;
  readonly status?: 'open' | 'resolved' | undefined;
  /** Seconds from now. */
  readonly expiresInSeconds?: number | undefined;
  /** Of lock.ts; `null` takes the password away. */
  readonly passwordHash?: string | null | undefined;
}

/** Changes what is given of a case. Throws StorageBusy or StorageFull. */
export async function changeCase(id: string, { title, status, expiresInSeconds, passwordHash }: CaseChanges): Promise<void> {
  await guarded(() =>
    inTransaction((transaction) =>
      transaction.case.updateMany({
        where: { id, deletedAt: null },
        data: {
          ...(title === undefined ? {} : { title: plainText(title) }),
          ...(status === undefined ? {} : { status }),
          ...(passwordHash === undefined ? {} : { passwordHash }),
          ...(expiresInSeconds === undefined ? {} : { expiresAt: expiryOf(new Date(), expiresInSeconds) }),
        },
      }),
    ),
  );
}

/** Deletes a case for good: only its id is kept, so that its link can say that it is gone. Objects that cannot be deleted now are by the next sweep. */
export async function deleteCase(id: string): Promise<void> {
  await guarded(async () => {
    const { objects } = await erase([id]);
    await forgetErased();
    if (objects.length > 0) await deleteLoose(objects).catch(() => undefined);
  });
}
