import { useId, type FormEvent } from 'react';
import { keyIn, withKey } from '../../../lib/report/addresses';
import { encryptedWords } from '../../_shared/encrypted-words';
import { useWords } from '../../_shared/language';

interface Props {
  readonly state: 'noKey' | 'wrongKey' | 'insecure' | 'tooLong' | 'notRead' | 'notDiagnosed';
  readonly why?: string;
}

const hints = { noKey: 'noKeyHint', wrongKey: 'wrongKeyHint', insecure: 'insecureHint', tooLong: 'tooLongHint', notRead: 'notReadHint', notDiagnosed: 'notDiagnosedHint' } as const;

/** Why an encrypted case is not shown, and what can be done; where a key would do, a field for it. */
export function NotOpened({ state, why = '' }: Props) {
  const word = useWords(encryptedWords);
  const field = useId();
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('link') ?? '').trim();
    // A fragment, not a request: what is typed here stays in the browser.
    location.hash = withKey(keyIn(typed.replace(/^[^#]*/, '')) ?? typed.replace(/[^\w-]/g, ''));
  };
  return (
    <>
      <h1 className="text-[25px]">{word(state)}</h1>
      <p className="mt-2 text-ink-2">{word(hints[state], { why })}</p>
      {state === 'noKey' || state === 'wrongKey' ? (
        <form onSubmit={give} className="mt-5 flex flex-wrap items-end gap-2">
          <label htmlFor={field} className="basis-full text-[13px] text-ink-2">
            {word('wholeLink')}
          </label>
          <input id={field} name="link" required autoComplete="off" spellCheck={false} maxLength={500} className="viewer-search touch min-w-0 flex-1 font-mono" />
          <button type="submit" className="button button-primary">
            {word('open')}
          </button>
        </form>
      ) : null}
    </>
  );
}
