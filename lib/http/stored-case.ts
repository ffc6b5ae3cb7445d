import type { z } from 'zod';
import { query } from '../contract/schemas';
import { readCase, type StoredAttempt, type StoredCase } from '../cases/read-case';
import { pickLanguage } from '../report/language';
import type { Language } from '../diagnosis/sentence';
import { requirePass } from './case-lock';
import { firstIssue } from './issue';
import { Problem } from './problem';
import { says } from './problem-words';

/** The case of an id, for who may read it. Throws a Problem: 404 for any id that never was one, 410 for one that is gone, 403 without its password. */
export async function storedCase(request: Request, id: string): Promise<StoredCase> {
  const found = await foundCase(id);
  await requirePass(request, found);
  return found;
}

/** The case of an id, whoever asks. Throws a Problem: 404, 410. */
export async function foundCase(id: string): Promise<StoredCase> {
  const found = await readCase(id);
  if (found === undefined) throw new Problem(404, says('noCase'));
  if (found === 'gone') throw new Problem(410, says('gone'));
  return found;
}

/** Throws a Problem (409) where only who has the key of a case can read it: nothing that needs its text is answered here. */
export function requireReadable({ encrypted }: Pick<StoredCase, 'encrypted'>): void {
  if (encrypted) throw new Problem(409, says('encrypted'));
}

/** The attempt of a number, the latest without one. Throws a Problem where there is none of that number, or the case is encrypted. */
export function attemptOf(found: StoredCase, number: number | undefined): StoredAttempt {
  requireReadable(found);
  const attempt = number === undefined ? found.attempts.at(-1) : found.attempts.find((one) => one.number === number);
  if (!attempt) throw new Problem(404, says('noAttempt'));
  return attempt;
}

/** The query of a request, each name once. Throws a Problem. */
export function readQuery(request: Request): z.infer<typeof query> {
  const { searchParams } = new URL(request.url);
  for (const name of ['attempt', 'lang', 'from', 'count', 'find']) {
    if (searchParams.getAll(name).length > 1) throw new Problem(400, says('twice', { name }));
  }
  const { data, error } = query.safeParse(Object.fromEntries(searchParams));
  if (!data) throw new Problem(400, says('issue', { issue: firstIssue(error) }));
  return data;
}

/** The language to answer in. */
export function languageOf(request: Request): Language {
  return pickLanguage(new URL(request.url).searchParams.get('lang'), request.headers.get('accept-language'));
}

/** The address of a case's page, at the host that was asked. */
export function urlOf(request: Request, id: string): string {
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get('host') ?? host}/cases/${id}`;
}
