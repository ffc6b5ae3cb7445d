import { expiryOf } from './expiry';
import { makeCaseId, makeManageToken } from './manage-token';
import { emptyCase, type OpenedCase } from './open-case';
import { database } from './prisma-client';
import { refuseWhereFull } from './room';
import { guarded } from './storage-error';

/** Stores a case of which the server knows nothing but its envelope and its end, in seconds from now. Throws StorageBusy or StorageFull. */
export async function openEncryptedCase(content: Uint8Array<ArrayBuffer>, expiresInSeconds?: number): Promise<OpenedCase> {
  const [id, manageToken, now] = [makeCaseId(), makeManageToken(), new Date()];
  const expiresAt = expiryOf(now, expiresInSeconds);
  await refuseWhereFull();
  await guarded(async () => {
    const client = await database();
    // A nested create is one transaction.
    await client.case.create({
      data: { ...emptyCase({ id, manageToken, createdAt: now, expiresAt }), envelope: { create: { content } } },
    });
  });
  return { id, manageToken, expiresAt };
}

/** The envelope of an encrypted case; `undefined` where the case has none. */
export async function readEnvelope(caseId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await guarded(async () => (await database()).envelope.findUnique({ where: { caseId } }));
  return found ? new Uint8Array(found.content) : undefined;
}
