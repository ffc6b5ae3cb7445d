import type { z } from 'zod';
import { earlierCreation, type CreationRequest } from '../cases/creation';
import { hashPassword } from '../cases/lock';
import { AlreadyOpened, openCase } from '../cases/open-case';
import type { caseOptions } from '../contract/schemas';
import type { Report } from '../diagnosis/report';
import type { Taken } from '../intake/read-evidence';
import { diagnosedToStore } from './diagnose-apart';
import { documentsToStore } from './documents-to-store';
import { maskedText } from './masked-text';
import { Problem } from './problem';
import { says } from './problem-words';
import { clientKey, limitRate } from './rate-limit';
import { attemptOf, foundCase } from './stored-case';

export interface CreatedCase {
  readonly id: string;
  readonly manageToken: string;
  readonly report: Report;
}

/** Diagnoses what was sent and opens a case with it; the same request with the same Idempotency-Key opens no second one. Throws a Problem. */
export async function createCase(request: Request, documents: readonly Taken[], options: z.output<typeof caseOptions>): Promise<CreatedCase> {
  const { texts, report } = await diagnosedToStore(documents);
  const kept = { title: maskedText(options.title), note: maskedText(options.note), documents: documentsToStore(texts, report) };
  const again = creationOf(request, JSON.stringify([kept, options.expiresIn]));
  const earlier = again && (await openedBefore(again));
  if (earlier) return earlier;
  await limitRate(request, 'stored', Math.ceil(texts.reduce((sum, { text }) => sum + text.length, 0) / 1024));
  try {
    const { id, manageToken } = await openCase({
      ...kept,
      report,
      ...(options.expiresIn === undefined ? {} : { expiresInSeconds: options.expiresIn }),
      ...(options.password === undefined ? {} : { passwordHash: await hashPassword(options.password) }),
      ...(again ? { request: again } : {}),
    });
    return { id, manageToken, report };
  } catch (error) {
    // The same request was under way twice.
    const first = error instanceof AlreadyOpened && again ? await openedBefore(again) : undefined;
    if (first) return first;
    throw error;
  }
}

/** What the client says of a request that may come again; `undefined` without an Idempotency-Key. Throws a Problem. */
function creationOf(request: Request, content: string): CreationRequest | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{16,128}$/.test(key)) throw new Problem(400, says('weakKey'));
  return { client: clientKey(request), key, content };
}

async function openedBefore(again: CreationRequest): Promise<CreatedCase | undefined> {
  const earlier = await earlierCreation(again);
  if (earlier === undefined) return undefined;
  if (earlier === 'other') throw new Problem(422, says('usedKey'));
  const { report } = attemptOf(await foundCase(earlier.id), 1);
  return { ...earlier, report };
}
