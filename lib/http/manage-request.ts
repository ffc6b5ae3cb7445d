import { rightOf } from '../cases/manage-case';
import { bearerToken } from './bearer';
import { Problem } from './problem';
import { says } from './problem-words';
import { limitRate } from './rate-limit';
import { foundCase } from './stored-case';

/** Lets only who holds the case's manage token go on, and counts the tries. Throws a Problem: 404, 410, 429, or 403 for every other token. */
export async function requireManager(request: Request, id: string): Promise<void> {
  await limitRate(request, 'manage');
  const right = await rightOf(id, bearerToken(request) ?? '');
  if (right === 'refused') throw new Problem(403, says('notManager'));
  if (right !== 'granted') await foundCase(id);
}
