import type { MyCase } from '../../lib/browser/case-list';
import { manageCase } from '../../lib/browser/manage-case';
import { languageHere, wordsHere } from '../_shared/language-here';
import { myCasesWords } from './words';

/** Tells the case itself how it stands, so that others with the link see it: undefined, or why it could not be told. */
export async function tellStatus({ id, manageToken }: MyCase, status: MyCase['status']): Promise<string | undefined> {
  const myCasesWord = wordsHere(myCasesWords);
  if (manageToken === '') return myCasesWord('noToken');
  const refused = await manageCase({ id, manageToken, language: languageHere() }, 'PATCH', { status: status === 'solved' ? 'resolved' : 'open' });
  if (refused) return refused.status === undefined ? myCasesWord('unreachable') : myCasesWord('answered', { status: refused.status });
  return undefined;
}
