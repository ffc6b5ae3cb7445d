'use client';

import { useState } from 'react';

/** Copies exactly the given text, and says so; a short one shows less than it is called. */
export function CopyButton({ text, label, short }: { text: string; label: string; short?: true }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid('Select and copy by hand');
    }
    setTimeout(() => setSaid(''), 2000);
  };
  return (
    <button type="button" className={`button ${short ? 'min-w-16' : 'min-w-24'}`} onClick={() => void copy()} aria-label={said === '' ? label : said}>
      <span aria-live="polite">{said !== '' ? said : short ? 'Copy' : label}</span>
    </button>
  );
}
