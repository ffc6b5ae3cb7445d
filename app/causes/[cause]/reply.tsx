'use client';

import { useSyncExternalStore } from 'react';
import { CopyButton } from '../../_shared/copy-button';
import { useWords } from '../../_shared/language';
import { referenceWords } from '../words';

const never = () => () => {};

/** A short answer as Markdown, with the address of this page as the reader sees it. */
export function Reply({ text, path }: { text: string; path: string }) {
  const word = useWords(referenceWords);
  const origin = useSyncExternalStore(never, () => location.origin, () => '');
  const filled = text.replace('{link}', `${origin}${path}`);
  return (
    <div className="max-w-[76ch]">
      <pre className="rounded-md border border-line bg-sheet px-4 py-3 whitespace-pre-wrap">
        <code>{filled}</code>
      </pre>
      <p className="mt-2">
        <CopyButton text={filled} label={word('copyReply')} />
      </p>
    </div>
  );
}
