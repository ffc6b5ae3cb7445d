'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../_shared/language';
import { isTyping } from '../_shared/viewer/is-typing';
import { paletteWords } from './words';

const Palette = lazy(() => import('./palette'));
const KeyList = lazy(() => import('./key-list'));

export type Opened = 'palette' | 'keys' | undefined;

/** The way to everything: a button in the header, Ctrl or ⌘ with K, and the list of keys under `?`; loaded once asked for. */
export function PaletteHost() {
  const word = useWords(paletteWords);
  const [opened, setOpened] = useState<Opened>();
  const [asked, setAsked] = useState<{ palette: boolean; keys: boolean }>({ palette: false, keys: false });
  const open = (next: Opened) => {
    setOpened(next);
    if (next) setAsked((before) => ({ ...before, [next]: true }));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open('palette');
      } else if (event.key === '?' && !isTyping(event)) open('keys');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="button palette-button" aria-haspopup="dialog" aria-keyshortcuts="Control+K Meta+K" onClick={() => open('palette')}>
        <span className="hidden text-ink-2 lg:inline">{word('trigger')}</span>
        <span className="text-ink-2 lg:hidden">{word('triggerShort')}</span>
        <kbd aria-hidden="true" className="hidden rounded border border-line-strong px-1 text-[11px] text-ink-3 lg:inline">
          ⌘K
        </kbd>
      </button>
      <Suspense>
        {asked.palette ? <Palette open={opened === 'palette'} onOpenChange={(isOpen) => open(isOpen ? 'palette' : undefined)} showKeys={() => open('keys')} /> : null}
        {asked.keys ? <KeyList open={opened === 'keys'} onOpenChange={(isOpen) => open(isOpen ? 'keys' : undefined)} /> : null}
      </Suspense>
    </>
  );
}
