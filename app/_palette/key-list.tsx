'use client';

import { Dialog } from '../_shared/dialog';
import { useWords } from '../_shared/language';
import { paletteWords, type PaletteWord } from './words';

/** Every key of the pages; what a part does not have does nothing there. */
const parts: readonly { readonly title: PaletteWord; readonly keys: readonly (readonly [keys: string, does: PaletteWord])[] }[] = [
  { title: 'keysEverywhere', keys: [['Ctrl K · ⌘ K', 'keyPalette'], ['?', 'keyHelp'], ['Esc', 'keyEscape']] },
  { title: 'keysBox', keys: [['Ctrl V · ⌘ V', 'keyPaste'], ['Ctrl Enter · ⌘ Enter', 'keySave']] },
  { title: 'keysCase', keys: [['n', 'keyNext'], ['p', 'keyPrevious']] },
  { title: 'keysLog', keys: [['/', 'keySearch'], ['Enter', 'keyEnter'], ['E', 'keyErrors'], ['W', 'keyWrap'], ['L', 'keyLink']] },
];

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The keys, by where they work. */
export default function KeyList({ open, onOpenChange }: Props) {
  const word = useWords(paletteWords);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={word('keysTitle')} close={word('close')}>
      <div className="grid gap-x-8 gap-y-4 overflow-y-auto px-5 py-4 sm:grid-cols-2">
        {parts.map(({ title, keys }) => (
          <section key={title} aria-label={word(title)}>
            <h3 className="section-title mb-1">{word(title)}</h3>
            <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-[13px]">
              {keys.map(([name, does]) => (
                <div key={name} className="contents">
                  <dt>
                    <kbd className="rounded border border-line-strong bg-sheet px-1.5">{name}</kbd>
                  </dt>
                  <dd className="text-ink-2">{word(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
