import { rightOf } from '../cases/manage-case';
import { Problem } from './problem';
import { limitRate } from './rate-limit';
import { storedCase } from './stored-case';

/** Lets only who holds the case's manage token go on, and counts the tries. Throws a Problem: 404, 410, 429, or 403 for every other token. */
export async function requireManager(request: Request, id: string): Promise<void> {
  await limitRate(request, 'manage');
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const right = await rightOf(id, token ?? '');
  if (right === 'refused') throw new Problem(403, 'Send the manage token of this case as Authorization: Bearer. The link alone lets nobody change it.');
  if (right !== 'granted') await storedCase(id);
}
