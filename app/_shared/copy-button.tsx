'use client';

import { useState } from 'react';

/** Copies exactly the given text, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
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
    <button type="button" className="button min-w-24" onClick={() => void copy()} aria-label={said === '' ? label : said}>
      <span aria-live="polite">{said === '' ? label : said}</span>
    </button>
  );
}
