'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../_shared/language';
import { exportWords } from './words';

const ExportDialog = lazy(() => import('./export-dialog'));

export interface ExportTexts {
  readonly id: string;
  readonly attempt: number;
  /** With `{link}` where the address of the case stands. */
  readonly handOver: string;
  readonly reply: string;
  /** There is a cause to answer with; else the reply is a report. */
  readonly named: boolean;
  /** What the server would make of the case, where it cannot read it. */
  readonly made?: { readonly markdown: string; readonly json: string };
}

/** Opens the forms in which a case is passed on; nothing of them is loaded before. */
export function ExportButton(props: ExportTexts) {
  const word = useWords(exportWords);
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  useOpenedForPrint();
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setState('open')}>
        {word('open')}
      </button>
      {state === 'never' ? null : (
        <Suspense>
          <ExportDialog {...props} open={state === 'open'} onOpenChange={(open) => setState(open ? 'open' : 'closed')} />
        </Suspense>
      )}
    </>
  );
}

/** On paper nothing can be opened: what is folded on the page, but for the lines of documents, is open while it is printed. */
function useOpenedForPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const before = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not(.fold):not([open])')];
      for (const one of opened) one.open = true;
    };
    const after = () => {
      for (const one of opened) one.open = false;
    };
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
}
