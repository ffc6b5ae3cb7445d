import type { Report } from '../diagnosis/report';
import { attemptData } from './attempt-data';
import { expiryOf } from './expiry';
import { hashToken, makeCaseId, makeManageToken } from './manage-token';
import { database } from './prisma-client';
import { guarded } from './storage-error';

/** One document after redaction; `text` is undefined where it was refused and is not kept. */
export interface DocumentToStore {
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly lines: number;
  readonly text: string;
}

export interface NewCase {
  readonly title: string;
  readonly note: string;
  /** Seconds; 30 days where absent. */
  readonly expiresInSeconds?: number;
  readonly documents: readonly DocumentToStore[];
  readonly report: Report;
}

export interface OpenedCase {
  readonly id: string;
  /** Shown once: only its hash is stored. */
  readonly manageToken: string;
  readonly expiresAt: Date;
}

/** Stores a case with its first attempt, all of it or nothing. Throws StorageBusy or StorageFull. */
export async function openCase(opened: NewCase): Promise<OpenedCase> {
  const id = makeCaseId();
  const manageToken = makeManageToken();
  const now = new Date();
  const expiresAt = expiryOf(now, opened.expiresInSeconds);
  await guarded(async () => {
    const client = await database();
    // A nested create is one transaction.
    await client.case.create({
      data: {
        id,
        title: opened.title,
        note: opened.note,
        status: 'open',
        createdAt: now,
        expiresAt,
        manageTokenHash: hashToken(manageToken),
        attempts: { create: attemptData({ number: 1, after: 'first', documents: opened.documents, report: opened.report }) },
      },
    });
  });
  return { id, manageToken, expiresAt };
}
