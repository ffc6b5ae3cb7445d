import { rightOf } from '../cases/manage-case';
import { bearerToken } from './bearer';
import { Problem } from './problem';
import { limitRate } from './rate-limit';
import { foundCase } from './stored-case';

/** Lets only who holds the case's manage token go on, and counts the tries. Throws a Problem: 404, 410, 429, or 403 for every other token. */
export async function requireManager(request: Request, id: string): Promise<void> {
  await limitRate(request, 'manage');
  const right = await rightOf(id, bearerToken(request) ?? '');
  if (right === 'refused') throw new Problem(403, 'Send the manage token of this case as Authorization: Bearer. The link alone lets nobody change it.');
  if (right !== 'granted') await foundCase(id);
}
