import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits in 22 characters: who does not have the link cannot guess it. */
export function makeCaseId(): string {
  return randomBytes(16).toString('base64url');
}

/** A well-formed case id; anything else is not looked up. */
export function isCaseId(id: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(id);
}

/** 256 random bits, shown once to who opened the case. */
export function makeManageToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares in constant time. */
export function isToken(token: string, hash: string): boolean {
  const given = Buffer.from(hashToken(token), 'hex');
  const stored = Buffer.from(hash, 'hex');
  return given.length === stored.length && timingSafeEqual(given, stored);
}
