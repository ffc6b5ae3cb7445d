'use client';

import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react';
import { onOriginals, originalOf } from '../../../lib/browser/originals';
import type { FixIn } from '../../../lib/diagnosis/report';
import { CopyButton } from '../../_shared/copy-button';
import { useWords } from '../../_shared/language';
import { saveText } from '../../_shared/save-text';
import { documentAddress } from '../../_shared/viewer/document-address';
import { caseWords } from './words';

const WholeConfig = lazy(() => import('./whole-config'));

interface Props {
  readonly caseId: string;
  readonly attempt: number;
  readonly document: string;
  readonly change: Pick<FixIn<string>, 'patch' | 'edits'>;
  readonly jq: string | undefined;
}

/** The config after the fix: compared as a whole, as a patch, as a line of jq; the file itself only where this tab still has it unmasked. */
export function CorrectedConfig({ caseId, attempt, document: name, change, jq }: Props) {
  const caseWord = useWords(caseWords);
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState('');
  const original = useSyncExternalStore(onOriginals, () => originalOf(caseId, attempt, name), () => undefined);
  const address = documentAddress(caseId, attempt, name);

  const saveWhole = async () => {
    if (original === undefined) return;
    // Applying it takes the reader of configs, which is not loaded before it is wanted.
    const { mendedText } = await import('../../../lib/browser/mended-text');
    const mended = mendedText(original, change);
    if (mended === undefined) setProblem(caseWord('doesNotFit'));
    else saveText('config.json', mended, 'application/json');
  };

  return (
    <div className="border-b border-line bg-sunk px-4 py-2.5">
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="button"
          onClick={() => {
            setOpened(true);
            dialog.current?.showModal();
          }}
        >
          {caseWord('compareWhole')}
        </button>
        {change.patch.length > 0 ? (
          <button type="button" className="button" onClick={() => saveText('config.patch.json', `${JSON.stringify(change.patch, undefined, 2)}\n`, 'application/json-patch+json')}>
            {caseWord('savePatch')}
          </button>
        ) : null}
        {original === undefined ? null : (
          <button type="button" className="button" onClick={() => void saveWhole()}>
            {caseWord('saveWhole')}
          </button>
        )}
      </div>
      <p className="mt-1.5 text-[12.5px] text-ink-3">{original === undefined ? caseWord('wholeIsGone') : caseWord('wholeIsHere')}</p>
      {problem === '' ? null : (
        <p role="alert" className="mt-1 text-[13px] text-stop">
          {problem}
        </p>
      )}
      {jq === undefined ? null : (
        <details className="mt-1.5">
          <summary className="touch flex items-center text-[13px] text-ink-2">{caseWord('withJq')}</summary>
          <div className="mt-1.5 flex items-start gap-2">
            <pre className="min-w-0 flex-1 rounded bg-sheet px-2 py-1.5 whitespace-pre-wrap">
              <code>{jq}</code>
            </pre>
            <CopyButton text={jq} label={caseWord('copyJq')} short />
          </div>
        </details>
      )}
      <dialog ref={dialog} aria-label={caseWord('compareTitle', { name })} className="compare-dialog" onClose={() => setOpened(false)}>
        <div className="flex items-center gap-3 border-b border-line px-4 py-2.5">
          <h2 className="min-w-0 flex-1 truncate text-[15px]">{caseWord('compareTitle', { name })}</h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {caseWord('close')}
          </button>
        </div>
        {opened ? (
          <Suspense fallback={<p className="px-4 py-3 text-ink-3">{caseWord('readingConfig')}</p>}>
            <WholeConfig address={address} name={name} change={change} />
          </Suspense>
        ) : null}
      </dialog>
    </div>
  );
}
