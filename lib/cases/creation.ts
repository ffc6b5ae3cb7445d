import { createHash, createHmac, randomBytes } from 'node:crypto';
import { database } from './prisma-client';
import { guarded } from './storage-error';

/** A request that may come again: who sent it, its Idempotency-Key, and what it holds. */
export interface CreationRequest {
  readonly client: string;
  readonly key: string;
  /** All that is to be stored, as one text. */
  readonly content: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** Two clients that chose the same key do not see each other's cases. */
const hashOf = ({ client, key }: CreationRequest) => sha256(`${client}\n${key}`);

/** 256 bits that only who has the key can make again: the salt alone is worth nothing. */
const tokenOf = (key: string, salt: Uint8Array) => createHmac('sha256', salt).update(key).digest('base64url');

/** What is stored of a request, and the manage token that it gives. */
export function newCreation(request: CreationRequest) {
  const salt = new Uint8Array(randomBytes(32));
  return { manageToken: tokenOf(request.key, salt), data: { keyHash: hashOf(request), salt, fingerprint: sha256(request.content) } };
}

/** What the same request opened before: `other` where the key came with another content, `undefined` where it is new. */
export async function earlierCreation(request: CreationRequest): Promise<{ id: string; manageToken: string } | 'other' | undefined> {
  const found = await guarded(async () => (await database()).creation.findUnique({ where: { keyHash: hashOf(request) } }));
  if (!found) return undefined;
  return found.fingerprint === sha256(request.content) ? { id: found.caseId, manageToken: tokenOf(request.key, found.salt) } : 'other';
}
