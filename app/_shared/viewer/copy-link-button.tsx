import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../language';
import { isTyping } from './is-typing';
import { viewerWords } from './words';

/** Copies the link to what is selected; by the key L as well. */
export function CopyLinkButton({ label, link }: { label: string; link: () => string }) {
  const word = useWords(viewerWords);
  const [said, setSaid] = useState('');
  const latest = useRef(link);
  useEffect(() => {
    latest.current = link;
  });
  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(latest.current());
      setSaid(word('copied'));
    } catch {
      setSaid(word('notCopied'));
    }
    setTimeout(() => setSaid(''), 2000);
  }, [word]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isTyping(event) && event.key.toLowerCase() === 'l') void copy();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [copy]);
  return (
    <button type="button" className="button min-w-32" aria-keyshortcuts="L" onClick={() => void copy()}>
      <span aria-live="polite">{said === '' ? label : said}</span>
    </button>
  );
}
