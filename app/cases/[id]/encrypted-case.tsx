'use client';

import { lazy, Suspense } from 'react';
import { encryptedWords } from '../../_shared/encrypted-words';
import { useWords } from '../../_shared/language';
import type { EncryptedProps } from './encrypted-view';

const EncryptedView = lazy(() => import('./encrypted-view'));

/** The page of a case that only who has its key can read. What opens it is loaded for such a case alone. */
export function EncryptedCase(props: EncryptedProps) {
  const word = useWords(encryptedWords);
  return (
    <>
      <noscript>
        <p className="px-4 pt-10 text-center">{word('withoutScript')}</p>
      </noscript>
      <Suspense fallback={<p role="status" className="px-4 pt-10 text-center text-ink-2">{word('working')}</p>}>
        <EncryptedView {...props} />
      </Suspense>
    </>
  );
}
