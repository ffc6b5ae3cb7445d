import type { Report } from '../diagnosis/report';
import { expanded } from './compressed';
import { isCaseId } from './manage-token';
import { database } from './prisma-client';
import { guarded } from './storage-error';

export interface StoredAttempt {
  readonly number: number;
  readonly after: string;
  readonly createdAt: Date;
  readonly report: Report;
}

/** A case as who holds its link sees it. */
export interface StoredCase {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly status: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Where it is set, the link alone opens nothing: see lock.ts. */
  readonly passwordHash: string | undefined;
  /** Only who has its key can read it: what there is of it is its envelope (envelope.ts), and there are no attempts. */
  readonly encrypted: boolean;
  readonly attempts: readonly StoredAttempt[];
}

/** Reads a case: `gone` where it was deleted or has expired, `undefined` where there never was one. */
export async function readCase(id: string): Promise<StoredCase | 'gone' | undefined> {
  if (!isCaseId(id)) return undefined;
  const found = await guarded(async () =>
    (await database()).case.findUnique({
      where: { id },
      include: { attempts: { orderBy: { number: 'asc' } }, envelope: { select: { caseId: true } } },
    }),
  );
  if (!found) return undefined;
  if (isPast(found)) return 'gone';
  const { title, note, status, createdAt, expiresAt } = found;
  const attempts = await Promise.all(found.attempts.map(async (attempt) => ({
    number: attempt.number,
    after: attempt.after,
    createdAt: attempt.createdAt,
    // Written by this program and by nothing else.
    report: JSON.parse(await expanded(attempt.report)) as Report,
  })));
  return { id, title, note, status, createdAt, expiresAt, passwordHash: found.passwordHash ?? undefined, encrypted: found.envelope !== null, attempts };
}

/** Is there a case of this id? `gone` and `undefined` as in `readCase`. */
export async function caseState(id: string): Promise<'there' | 'gone' | undefined> {
  if (!isCaseId(id)) return undefined;
  const found = await guarded(async () => (await database()).case.findUnique({ where: { id }, select: { deletedAt: true, expiresAt: true } }));
  if (!found) return undefined;
  return isPast(found) ? 'gone' : 'there';
}

/** Expiry is checked on every read, whether or not something swept since. */
export function isPast({ deletedAt, expiresAt }: { readonly deletedAt: Date | null; readonly expiresAt: Date }): boolean {
  return deletedAt !== null || expiresAt.getTime() <= Date.now();
}
