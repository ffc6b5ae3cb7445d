'use client';

import { useState } from 'react';
import { readCaseList, writeCaseList, type MyCase } from '../../lib/browser/case-list';
import { addCases, forgetCases } from '../../lib/browser/my-cases';
import { useWords } from '../_shared/language';
import { myCasesWords } from './words';

/** The list as a file, a file into the list, and an end of the list. */
export function ListFile({ cases, say }: { cases: readonly MyCase[]; say: (text: string) => void }) {
  const word = useWords(myCasesWords);
  const [withTokens, setWithTokens] = useState(false);
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([writeCaseList(cases, withTokens)], { type: 'application/json' }));
    link.download = 'userns-doctor-cases.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const load = async (file: File | undefined) => {
    if (!file) return;
    const read = readCaseList(parsed(await file.text()));
    say(read.length === 0 ? word('notLoaded') : word('loaded', { count: addCases(read) }));
  };
  return (
    <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-line pt-4">
      {cases.length === 0 ? null : (
        <>
          <button type="button" className="button" onClick={save}>
            {word('save')}
          </button>
          <label className="touch inline-flex items-center gap-2 text-[13px] text-ink-2">
            <input type="checkbox" checked={withTokens} onChange={(event) => setWithTokens(event.target.checked)} className="size-4 accent-accent" />
            {word('withTokens')}
          </label>
        </>
      )}
      <label className="button">
        {word('load')}
        <input
          type="file"
          accept="application/json,.json"
          className="sr-only"
          onChange={(event) => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      {cases.length === 0 ? null : (
        <button type="button" className="button ml-auto" onClick={() => confirm(word('sure')) && forgetCases()}>
          {word('forgetAll')}
        </button>
      )}
    </div>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
