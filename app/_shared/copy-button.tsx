'use client';

import { useState } from 'react';
import { useWords } from './language';
import { shellWords } from './shell-words';

/** Copies exactly the given text, and says so; a short one shows less than it is called. */
export function CopyButton({ text, label, short }: { text: string; label: string; short?: true }) {
  const word = useWords(shellWords);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(word('copied'));
    } catch {
      setSaid(word('notCopied'));
    }
    setTimeout(() => setSaid(''), 2000);
  };
  return (
    <button type="button" className={`button ${short ? 'min-w-16' : 'min-w-24'}`} onClick={() => void copy()} aria-label={said === '' ? label : said}>
      <span aria-live="polite">{said !== '' ? said : short ? word('copy') : label}</span>
    </button>
  );
}
