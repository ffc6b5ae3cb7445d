'use client';

import { useRouter } from 'next/navigation';
import { writeCaseList } from '../../../lib/browser/case-list';
import { renewLink, type Manager, type Refused } from '../../../lib/browser/manage-case';
import { forgetCase, rememberCase, type MyCase } from '../../../lib/browser/my-cases';
import { hashAt } from '../../../lib/report/addresses';
import { useWords } from '../../_shared/language';
import { saveText } from '../../_shared/save-text';
import { caseWords } from './words';

interface Props {
  readonly mine: MyCase;
  readonly manager: Manager;
  readonly locked: boolean;
  readonly change: (changes: object) => Promise<boolean>;
  /** Says why something was not done. */
  readonly tell: (refused: Refused) => void;
}

/** Who may read a case and who may change it: its password, its link, and its manage token as a file. */
export function ManageAccess({ mine, manager, locked, change, tell }: Props) {
  const word = useWords(caseWords);
  const router = useRouter();
  const setPassword = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    void change({ password: String(new FormData(form).get('password') ?? '') }).then((done) => (done ? form.reset() : undefined));
  };
  const renew = async () => {
    const renewed = await renewLink(manager);
    if (!('id' in renewed)) return tell(renewed);
    forgetCase(mine.id);
    rememberCase({ ...mine, id: renewed.id });
    // The key of an encrypted case stays the same.
    router.replace(`/cases/${renewed.id}${hashAt('', location.hash)}`);
  };
  return (
    <>
      <form onSubmit={setPassword} className="flex flex-wrap items-end gap-2">
        <label className="min-w-0 flex-1 basis-52 text-[13px] text-ink-2">
          {word('newPassword')}
          <input type="password" name="password" required minLength={8} maxLength={200} autoComplete="new-password" aria-describedby="password-hint" className="viewer-search mt-1 block w-full" />
        </label>
        <button type="submit" className="button">
          {word('setPassword')}
        </button>
        {locked ? (
          <button type="button" className="button" onClick={() => void change({ password: null })}>
            {word('dropPassword')}
          </button>
        ) : null}
        <p id="password-hint" className="basis-full text-[12.5px] text-ink-3">
          {word('newPasswordHint')}
        </p>
      </form>
      <Act label={word('renew')} hint={word('renewHint')} act={() => void renew()} />
      <Act label={word('saveToken')} hint={word('saveTokenHint')} act={() => saveText('userns-doctor-case.json', writeCaseList([mine], true), 'application/json')} />
    </>
  );
}

function Act({ label, hint, act }: { label: string; hint: string; act: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <button type="button" className="button" onClick={act}>
        {label}
      </button>
      <p className="min-w-0 flex-1 basis-52 text-[12.5px] text-ink-3">{hint}</p>
    </div>
  );
}
