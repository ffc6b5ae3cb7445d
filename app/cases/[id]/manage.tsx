'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { manageCase, type Refused } from '../../../lib/browser/manage-case';
import { changeCase, forgetCase } from '../../../lib/browser/my-cases';
import { useLanguage, useWords } from '../../_shared/language';
import { useMyCases } from '../../_shared/my-cases-list';
import { lifetimes } from '../../_shared/lifetimes';
import { ManageAccess } from './manage-access';
import { caseWords } from './words';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  /** It has a password. */
  readonly locked: boolean;
  /** The server is not to know its title. */
  readonly encrypted?: boolean;
}

/** Status, title, expiry and deletion, for the browser that keeps the manage token of the case; nothing for others. */
export function ManageCase({ id, title, status, locked, encrypted = false }: Props) {
  const caseWord = useWords(caseWords);
  const language = useLanguage();
  const mine = useMyCases()?.find((one) => one.id === id);
  const [said, setSaid] = useState<{ text: string; isProblem: boolean }>();
  const [asking, setAsking] = useState(false);
  const router = useRouter();
  if (!mine?.manageToken) return null;
  const manager = { id, manageToken: mine.manageToken, language };

  const tell = ({ status: answered, detail }: Refused) => setSaid({ text: answered === undefined ? caseWord('unreachable') : (detail ?? caseWord('answered', { status: answered })), isProblem: true });
  const ask = async (method: 'PATCH' | 'DELETE', changes?: object): Promise<boolean> => {
    const refused = await manageCase(manager, method, changes);
    if (refused) tell(refused);
    return !refused;
  };
  const change = async (changes: object): Promise<boolean> => {
    if (!(await ask('PATCH', changes))) return false;
    setSaid({ text: caseWord('saved'), isProblem: false });
    router.refresh();
    return true;
  };
  const mark = async (to: 'open' | 'resolved') => {
    if (await change({ status: to })) changeCase(id, { status: to === 'resolved' ? 'solved' : 'open' });
  };
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const named = String(new FormData(event.currentTarget).get('title') ?? '').trim();
    void change({ title: named }).then((done) => (done && named !== '' ? changeCase(id, { title: named }) : undefined));
  };
  const remove = async () => {
    if (!(await ask('DELETE'))) return;
    forgetCase(id);
    // A new load, in the place of this page: nothing of what was deleted stays behind for the way back.
    location.replace('/cases');
  };

  return (
    <details className="mt-7 border-y border-line">
      <summary className="touch flex items-center py-2.5">
        <h2 className="section-title">{caseWord('manage')}</h2>
      </summary>
      <div className="space-y-3 pb-4">
        <p className="text-ink-3">{caseWord('manageHint')}</p>
        <button type="button" className="button" onClick={() => void mark(status === 'resolved' ? 'open' : 'resolved')}>
          {caseWord(status === 'resolved' ? 'reopen' : 'markResolved')}
        </button>
        {encrypted ? null : (
          <form onSubmit={rename} className="flex flex-wrap items-end gap-2">
            <label className="min-w-0 flex-1 text-[13px] text-ink-2">
              {caseWord('title')}
              <input name="title" defaultValue={title} maxLength={200} className="viewer-search mt-1 block w-full" />
            </label>
            <button type="submit" className="button">
              {caseWord('saveTitle')}
            </button>
          </form>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void change({ expiresIn: Number(new FormData(event.currentTarget).get('expiresIn')) });
          }}
          className="flex flex-wrap items-end gap-2"
        >
          <label className="flex-1 text-[13px] text-ink-2">
            {caseWord('keepFor')}
            <select name="expiresIn" defaultValue={2_592_000} className="touch mt-1 block min-h-8 w-full rounded-md border border-line-strong bg-sheet px-2">
              {lifetimes.map(({ seconds, word }) => (
                <option key={seconds} value={seconds}>
                  {caseWord(word)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {caseWord('saveExpiry')}
          </button>
        </form>
        <ManageAccess mine={mine} manager={manager} locked={locked} change={change} tell={tell} />
        {asking ? (
          <div role="group" aria-label={caseWord('remove')} className="rounded-md border border-stop-line bg-stop-soft px-3 py-2">
            <p className="text-stop">{caseWord('removeAsk')}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <button type="button" className="button" onClick={() => void remove()}>
                {caseWord('removeYes')}
              </button>
              <button type="button" className="button" autoFocus onClick={() => setAsking(false)}>
                {caseWord('removeNo')}
              </button>
            </div>
          </div>
        ) : (
          <button type="button" className="button text-stop" onClick={() => setAsking(true)}>
            {caseWord('remove')}
          </button>
        )}
        <p role={said?.isProblem ? 'alert' : 'status'} className={`min-h-5 text-[13px] ${said?.isProblem ? 'text-stop' : 'text-good'}`}>
          {said?.text ?? ''}
        </p>
      </div>
    </details>
  );
}
