'use client';

import { useEffect, useRef, useState } from 'react';
import { applyFix, type Change } from '../../../lib/diagnosis/apply-fix';
import { useWords } from '../../_shared/language';
import { readText } from '../../_shared/viewer/use-document';
import { showMerge, type Layout } from './merge-view';
import { caseWords } from './words';

interface Props {
  readonly address: string;
  readonly name: string;
  readonly change: Change;
}

/** A larger one is shown by its changed lines alone: comparing the whole takes seconds from here on (in characters). */
const largest = 200_000;

/** The config before and after a fix, over its whole length. */
export default function WholeConfig({ address, name, change }: Props) {
  const caseWord = useWords(caseWords);
  const holder = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>('unified');
  const [before, setBefore] = useState<string>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    let wanted = true;
    readText(address).then(
      (text) => wanted && (text.length > largest ? setProblem(caseWord('tooLarge')) : setBefore(text)),
      (error: unknown) => wanted && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => void (wanted = false);
  }, [address, caseWord]);

  useEffect(() => {
    const after = before === undefined ? undefined : applyFix(before, change);
    if (!holder.current || before === undefined || after === undefined) return undefined;
    return showMerge({ before, after, layout, parent: holder.current, labels: { before: caseWord('oldConfig', { name }), after: caseWord('newConfig', { name }) } });
  }, [before, change, layout, name, caseWord]);

  return (
    <>
      <div role="group" aria-label={caseWord('layout')} className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2">
        {(['unified', 'side-by-side'] as const).map((one) => (
          <button key={one} type="button" className="button viewer-toggle" aria-pressed={layout === one} onClick={() => setLayout(one)}>
            {caseWord(one)}
          </button>
        ))}
      </div>
      {problem === '' ? (
        <>
          {before === undefined ? <p role="status" className="px-4 py-3 text-ink-3">{caseWord('readingConfig')}</p> : null}
          <div ref={holder} className="config-editor merge-editor" />
        </>
      ) : (
        <p role="alert" className="px-4 py-3 text-warn">
          {problem}
        </p>
      )}
    </>
  );
}
