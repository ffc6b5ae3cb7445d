import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** What is stored of a password: a salt of 128 bits and scrypt (RFC 7914) at Node's cost of N=16384, r=8, p=1. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password.normalize('NFC'), salt, 32)).toString('base64url')}`;
}

/** Compares in constant time. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.');
  const stored = Buffer.from(key, 'base64url');
  const given = await derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), 32);
  return stored.length === given.length && timingSafeEqual(stored, given);
}

/** What a browser keeps of a password that was right: made from the hash, so that a new password makes it void. */
export function passOf(id: string, passwordHash: string): string {
  return createHmac('sha256', passwordHash).update(`pass ${id}`).digest('base64url');
}

/** Compares in constant time. */
export function isPass(pass: string, id: string, passwordHash: string): boolean {
  const [given, right] = [Buffer.from(pass), Buffer.from(passOf(id, passwordHash))];
  return given.length === right.length && timingSafeEqual(given, right);
}
