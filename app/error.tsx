'use client';

import { useWords } from './_shared/language';
import { shellWords } from './_shared/shell-words';

/** The page for what nobody foresaw. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const word = useWords(shellWords);
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-16">
      <p className="text-[13px] font-semibold text-ink-3">500</p>
      <h1 className="mt-1 text-[25px]">{word('failed')}</h1>
      <p className="mt-3 text-ink-2">{word('failedHint')}</p>
      <p className="mt-6">
        <button type="button" className="button button-primary" onClick={reset}>
          {word('again')}
        </button>
      </p>
    </main>
  );
}
