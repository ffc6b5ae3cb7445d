import { earlierCreation, type CreationRequest } from '../cases/creation';
import { hashPassword } from '../cases/lock';
import { AlreadyOpened, openCase } from '../cases/open-case';
import type { Report } from '../diagnosis/report';
import { diagnosedToStore } from './diagnose-apart';
import { maskedText } from './masked-text';
import { countCase } from './metrics';
import { Problem } from './problem';
import { says } from './problem-words';
import { clientKey, limitRate } from './rate-limit';
import type { Received } from './receive';
import { attemptOf, foundCase } from './stored-case';

export interface CreatedCase {
  readonly id: string;
  readonly manageToken: string;
  readonly report: Report;
}

/** Diagnoses what was sent and opens a case with it; the same request with the same Idempotency-Key opens no second one. Throws a Problem. */
export async function createCase(request: Request, received: Received): Promise<CreatedCase> {
  const { options, report, documents, characters, fingerprint } = await diagnosedToStore({ received, form: 'case' });
  const [title, note] = [maskedText(options.title), maskedText(options.note)];
  const again = creationOf(request, JSON.stringify([title, note, fingerprint, options.expiresIn]));
  const earlier = again && (await openedBefore(again));
  if (earlier) return earlier;
  await limitRate(request, 'stored', Math.ceil(characters / 1024));
  try {
    const { id, manageToken } = await openCase({
      title,
      note,
      documents,
      report,
      ...(options.expiresIn === undefined ? {} : { expiresInSeconds: options.expiresIn }),
      ...(options.password === undefined ? {} : { passwordHash: await hashPassword(options.password) }),
      ...(again ? { request: again } : {}),
    });
    countCase();
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
