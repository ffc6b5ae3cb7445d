import type { Report } from '../diagnosis/report';
import { attemptData } from './attempt-data';
import { newCreation, type CreationRequest } from './creation';
import { expiryOf } from './expiry';
import { hashToken, makeCaseId, makeManageToken } from './manage-token';
import { plainText } from './plain-text';
import { database, inTransaction } from './prisma-client';
import { withObjects } from './put-objects';
import { refuseWhereFull } from './room';
import { guarded } from './storage-error';

/** One document after redaction; what was refused is not kept. */
export interface DocumentToStore {
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly lines: number;
  /** Of compressed.ts. */
  readonly content: Uint8Array<ArrayBuffer>;
}

export interface NewCase {
  readonly title: string;
  readonly note: string;
  /** Seconds; 30 days where absent. */
  readonly expiresInSeconds?: number;
  /** Of lock.ts; without one the link opens the case. */
  readonly passwordHash?: string;
  /** A request that may come again opens one case. */
  readonly request?: CreationRequest;
  readonly documents: readonly DocumentToStore[];
  readonly report: Report;
}

export interface OpenedCase {
  readonly id: string;
  /** Shown once: only its hash is stored. */
  readonly manageToken: string;
  readonly expiresAt: Date;
}

/** The row of a case of which nothing is known yet but until when it is kept. */
export function emptyCase({ manageToken, ...row }: { readonly id: string; readonly manageToken: string; readonly createdAt: Date; readonly expiresAt: Date }) {
  return { ...row, title: '', note: '', status: 'open', manageTokenHash: hashToken(manageToken) };
}

/** The same request opened a case before, or at this moment. */
export class AlreadyOpened extends Error {}

/** Stores a case with its first attempt, all of it or nothing. Throws StorageBusy, StorageUnreachable, StorageFull or AlreadyOpened. */
export async function openCase(opened: NewCase): Promise<OpenedCase> {
  const id = makeCaseId();
  const creation = opened.request && newCreation(opened.request);
  const manageToken = creation?.manageToken ?? makeManageToken();
  const now = new Date();
  const expiresAt = expiryOf(now, opened.expiresInSeconds);
  await refuseWhereFull();
  await withObjects(opened.documents, async (documents, hold) => {
    const attempt = await attemptData({ number: 1, after: 'first', documents, report: opened.report });
    const data = {
      ...emptyCase({ id, manageToken, createdAt: now, expiresAt }),
      title: plainText(opened.title),
      note: plainText(opened.note),
      passwordHash: opened.passwordHash ?? null,
      ...(creation ? { creation: { create: creation.data } } : {}),
      attempts: { create: attempt },
    };
    await guarded(async () => {
      if (hold) {
        await inTransaction(async (transaction) => {
          await hold(transaction);
          await transaction.case.create({ data });
        });
      } else {
        // A nested create is one transaction.
        await (await database()).case.create({ data });
      }
    });
  }).catch((error: unknown) => {
    // Prisma's word for a unique value that is taken: ids are random, so it is the key of the request.
    throw creation && error instanceof Error && 'code' in error && error.code === 'P2002' ? new AlreadyOpened('the request came before', { cause: error }) : error;
  });
  return { id, manageToken, expiresAt };
}
