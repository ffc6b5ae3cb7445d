import { isPass, isPassword, passOf } from '../cases/lock';
import { rightOf } from '../cases/manage-case';
import type { StoredCase } from '../cases/read-case';
import { bearerToken } from './bearer';
import { Problem } from './problem';
import { says } from './problem-words';
import { clientKey, countAgainst, countBack } from './rate-limit';

type Lock = Pick<StoredCase, 'id' | 'passwordHash'>;

/** Does this browser hold the pass of a case with a password? True for a case without one. */
export function holdsPass(pass: string | undefined, { id, passwordHash }: Lock): boolean {
  return passwordHash === undefined || (pass !== undefined && isPass(pass, id, passwordHash));
}

/**
 * Lets only who has the password of a case go on: by its pass, by X-Case-Password, or as who manages the case.
 * Throws a Problem: 403, or 429 after too many wrong ones.
 */
export async function requirePass(request: Request, lock: Lock): Promise<void> {
  if (holdsPass(passIn(request), lock)) return;
  const password = request.headers.get('x-case-password');
  if (password !== null) return tryPassword(request, lock, password);
  const token = bearerToken(request);
  if (token !== undefined && (await rightOf(lock.id, token)) === 'granted') return;
  throw new Problem(403, says('locked'));
}

/**
 * Throws a Problem where the password is wrong; wrong ones are counted for the client and for the case. A try is counted
 * before it is looked at, and taken back where it was right: many at once are no way around the limit.
 */
export async function tryPassword(request: Request, { id, passwordHash }: Lock, password: string): Promise<void> {
  if (passwordHash === undefined) return;
  const client = clientKey(request);
  await countAgainst(client, 'password');
  await countAgainst(id, 'password-of-case');
  if (await isPassword(password.slice(0, 200), passwordHash)) {
    await countBack(client, 'password');
    await countBack(id, 'password-of-case');
    return;
  }
  throw new Problem(403, says('wrongPassword'));
}

const name = 'pass';

function passIn(request: Request): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]{43})(?:;|$)`).exec(request.headers.get('cookie') ?? '')?.[1];
}

/** Who manages a case has its pass as well: adds it to the answer, where the case has a password. */
export function withPass(answer: Response, request: Request, { id, passwordHash }: Lock): Response {
  for (const cookie of passwordHash === undefined ? [] : passCookies(request, id, passwordHash)) answer.headers.append('Set-Cookie', cookie);
  return answer;
}

/** The pass as cookies that go to this case alone, to its page and to its part of the API. */
export function passCookies(request: Request, id: string, passwordHash: string): string[] {
  const secure = request.headers.get('x-client-protocol') === 'https' ? '; Secure' : '';
  return [`/cases/${id}`, `/api/cases/${id}`].map((path) => `${name}=${passOf(id, passwordHash)}; Path=${path}; HttpOnly; SameSite=Lax${secure}`);
}
