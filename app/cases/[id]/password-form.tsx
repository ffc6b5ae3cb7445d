import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { KeepFragmentForm } from './keep-fragment-form';
import { caseWords } from './words';

interface Props {
  readonly id: string;
  readonly wrong: boolean;
  readonly language: Language;
}

/** What is shown of a case to who has its link and not its password: nothing but that. */
export function PasswordForm({ id, wrong, language }: Props) {
  const word = wordsOf(caseWords[language]);
  return (
    <main id="content" className="mx-auto max-w-md px-4 pt-10 pb-14">
      <h1 className="text-[25px]">{word('locked')}</h1>
      <p className="mt-2 text-ink-2">{word('lockedHint')}</p>
      <KeepFragmentForm action={`/api/cases/${id}/pass`}>
        <label className="min-w-0 flex-1 text-[13px] text-ink-2">
          {word('password')}
          <input type="password" name="password" required autoComplete="off" maxLength={200} aria-invalid={wrong} aria-describedby={wrong ? 'wrong' : undefined} className="viewer-search touch mt-1 block w-full" />
        </label>
        <button type="submit" className="button button-primary">
          {word('openCase')}
        </button>
      </KeepFragmentForm>
      {wrong ? (
        <p id="wrong" role="alert" className="mt-3 text-stop">
          {word('wrongPassword')}
        </p>
      ) : null}
    </main>
  );
}
