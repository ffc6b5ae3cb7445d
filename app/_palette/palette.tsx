'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Dialog } from '../_shared/dialog';
import { useWords } from '../_shared/language';
import { useMyCases } from '../_shared/my-cases-list';
import { setTheme, themes } from '../_shared/theme';
import { useCauseNames } from './use-cause-names';
import { paletteWords } from './words';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly showKeys: () => void;
}

const pages = [
  { word: 'newDiagnosis', href: '/' },
  { word: 'myCases', href: '/cases' },
  { word: 'causes', href: '/causes' },
  { word: 'compare', href: '/compare' },
  { word: 'fleet', href: '/fleet' },
] as const;

/** A text of so many words is a line of an error, and no name. */
const lineWords = 4;

/** One list of all there is to go to and to do, narrowed by typing. */
export default function Palette({ open, onOpenChange, showKeys }: Props) {
  const word = useWords(paletteWords);
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const causes = useCauseNames(open);
  const cases = useMyCases() ?? [];
  const isLine = typed.trim().split(/\s+/).length >= lineWords;
  const change = (isOpen: boolean) => {
    if (!isOpen) setTyped('');
    onOpenChange(isOpen);
  };
  const run = (act: () => void) => () => {
    change(false);
    act();
  };
  return (
    <Dialog open={open} onOpenChange={change} title={word('title')} close={word('close')} first={field}>
      <Command label={word('title')} className="flex min-h-0 flex-1 flex-col" shouldFilter={!isLine} filter={holdsWords}>
        <Command.Input ref={field} value={typed} onValueChange={setTyped} placeholder={word('label')} aria-label={word('label')} className="border-b border-line bg-sheet px-5 py-3 text-[14px] placeholder:text-ink-3" />
        <Command.List label={word('title')} className="palette-list">
          <Command.Empty className="px-5 py-4 text-ink-2">{word('nothing')}</Command.Empty>
          {isLine ? <Command.Item onSelect={run(() => router.push(`/causes?q=${encodeURIComponent(typed)}`))}>{word('findLine')}</Command.Item> : null}
          {isLine ? null : (
            <>
              <Command.Group heading={word('pages')}>
                {pages.map((page) => (
                  <Command.Item key={page.href} value={word(page.word)} onSelect={run(() => router.push(page.href))}>
                    {word(page.word)}
                  </Command.Item>
                ))}
              </Command.Group>
              <Here run={run} />
              <Command.Group heading={word('actions')}>
                <Command.Item value={word('keys')} onSelect={run(showKeys)}>
                  {word('keys')}
                </Command.Item>
                <Command.Item value={word('copyAddress')} onSelect={run(() => void navigator.clipboard.writeText(location.href))}>
                  {word('copyAddress')}
                </Command.Item>
                {themes.map((theme) => (
                  <Command.Item key={theme} value={word('themeTo', { theme: word(theme) })} onSelect={run(() => setTheme(theme))}>
                    {word('themeTo', { theme: word(theme) })}
                  </Command.Item>
                ))}
              </Command.Group>
              {cases.length === 0 ? null : (
                <Command.Group heading={word('myCases')}>
                  {cases.slice(0, 20).map(({ id, title, createdAt, tags }) => (
                    <Command.Item key={id} value={`${title} ${id}`} keywords={[...tags]} onSelect={run(() => router.push(`/cases/${id}`))}>
                      <span className="min-w-0 flex-1 truncate">{title}</span>
                      <span className="text-[12px] text-ink-3">{createdAt.slice(0, 10)}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading={word('causes')}>
                {causes.map(({ id, name }) => (
                  <Command.Item key={id} value={id} keywords={[name]} onSelect={run(() => router.push(`/causes/${id}`))}>
                    {name === '' ? null : <span className="flex-[1_1_28ch]">{name}</span>}
                    <code className="text-[11.5px] text-ink-3">{id}</code>
                  </Command.Item>
                ))}
              </Command.Group>
            </>
          )}
        </Command.List>
      </Command>
    </Dialog>
  );
}

/** Every word stands in the name or beside it, in whatever order. */
function holdsWords(value: string, wanted: string, keywords: readonly string[] = []): number {
  const text = [value, ...keywords].join(' ').toLowerCase();
  return wanted.toLowerCase().split(/\s+/).every((one) => text.includes(one)) ? 1 : 0;
}

/** The documents and pictures of the case that is open, as its own row of views names them. */
function Here({ run }: { run: (act: () => void) => () => void }) {
  const word = useWords(paletteWords);
  const views = [...document.querySelectorAll<HTMLAnchorElement>('a.pane-tab[href^="#"]')].map((view) => ({ name: view.textContent ?? '', hash: view.hash }));
  if (views.length === 0) return null;
  return (
    <Command.Group heading={word('here')}>
      {views.map(({ name, hash }) => (
        <Command.Item key={hash} value={`${name} ${hash}`} onSelect={run(() => (location.hash = hash))}>
          {name}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
