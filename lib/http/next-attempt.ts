import { addAttempt, mostAttempts } from '../cases/add-attempt';
import { readWholeContents } from '../cases/read-documents';
import type { Report } from '../diagnosis/report';
import { compareAttempts, type Changes } from '../report/compare-attempts';
import { diagnosedToStore } from './diagnose-apart';
import { Problem } from './problem';
import { says } from './problem-words';
import type { Received } from './receive';
import { attemptOf, foundCase } from './stored-case';

export interface AddedAttempt {
  readonly number: number;
  readonly report: Report;
  readonly changes: Changes;
}

/** So often it is tried again where somebody else adds an attempt at the same moment. */
const mostTries = 3;

/** Diagnoses what was sent together with what still holds of the last attempt, and stores it as the next. Throws a Problem. */
export async function addNextAttempt(id: string, received: Received): Promise<AddedAttempt> {
  // A large body went by, and cannot be read again.
  const most = 'large' in received ? 1 : mostTries;
  for (let tries = 0; tries < most; tries++) {
    const last = attemptOf(await foundCase(id), undefined);
    const number = last.number + 1;
    if (number > mostAttempts) throw new Problem(413, says('attempts', { limit: mostAttempts }));
    const before = { report: last.report, documents: await readWholeContents(id, last.number) };
    const { options, documents, report } = await diagnosedToStore({ received, form: 'attempt', last: before });
    if (await addAttempt(id, { number, after: options.after, documents, report })) {
      return { number, report, changes: compareAttempts(last.report, report) };
    }
  }
  throw new Problem(503, says('otherAttempts'), { 'Retry-After': '1' });
}
