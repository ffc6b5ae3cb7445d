import type { MyCase } from '../../lib/browser/case-list';
import { myCasesWord } from './words';

/** Tells the case itself how it stands, so that others with the link see it: undefined, or why it could not be told. */
export async function tellStatus({ id, manageToken }: MyCase, status: MyCase['status']): Promise<string | undefined> {
  if (manageToken === '') return myCasesWord('noToken');
  try {
    const answer = await fetch(`/api/cases/${id}`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${manageToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ status: status === 'solved' ? 'resolved' : 'open' }),
    });
    return answer.ok ? undefined : myCasesWord('answered', { status: answer.status });
  } catch {
    return myCasesWord('unreachable');
  }
}
