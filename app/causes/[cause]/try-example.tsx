'use client';

import { useState } from 'react';
import { useWords } from '../../_shared/language';
import { Preview } from '../../preview';
import { useDiagnosis } from '../../use-diagnosis';
import { referenceWords } from '../words';

interface Props {
  readonly label: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Runs an example in the browser, as the landing page would; nothing is sent or stored. */
export function TryExample({ label, files }: Props) {
  const word = useWords(referenceWords);
  const [tried, setTried] = useState(false);
  return (
    <div className="mt-3">
      <p className="flex flex-wrap items-center gap-3">
        <button type="button" className="button" aria-expanded={tried} onClick={() => setTried(!tried)}>
          {tried ? word('close') : label}
        </button>
        <span className="text-[13px] text-ink-3">{word('runsHere')}</span>
      </p>
      {tried ? <Run files={files} /> : null}
    </div>
  );
}

/** Mounted only once somebody asks, so that the engine is not loaded for a page that is read. */
function Run({ files }: Pick<Props, 'files'>) {
  const { answer, working } = useDiagnosis(files);
  return (
    <div className="mt-3 min-h-40">
      <Preview answer={answer} working={working || !answer} />
    </div>
  );
}
