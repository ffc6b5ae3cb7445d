import Link from 'next/link';
import { Suspense } from 'react';
import type { Language } from '../../lib/diagnosis/sentence';
import { PaletteHost } from '../_palette/palette-host';
import { LanguageLink } from './language-link';
import type { shellWords } from './shell-words';
import { ThemeChoice } from './theme-choice';

/** Name, ways to go, language, theme. */
export function SiteHeader({ language, words }: { language: Language; words: (typeof shellWords)['en'] }) {
  return (
    <header className="site flex min-h-12 flex-wrap items-center gap-x-5 gap-y-1 py-1 border-b border-line bg-sheet px-4 sm:px-5">
      <Link href="/" className="touch inline-flex items-center gap-2 font-semibold tracking-tight text-ink">
        <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
          <path d="M1 3h9v3H1z" className="fill-container" />
          <path d="M12 12h9v3h-9z" className="fill-host" />
          <path d="M1 6h9l11 6h-9z" fill="currentColor" opacity=".16" />
        </svg>
        Userns Doctor
      </Link>
      <nav aria-label={words.main} className="order-last flex basis-full gap-4 text-[13.5px] sm:order-none sm:basis-auto">
        <NavLink href="/">{words.newDiagnosis}</NavLink>
        <NavLink href="/cases">{words.myCases}</NavLink>
        <NavLink href="/causes">{words.causes}</NavLink>
        <NavLink href="/fleet">{words.fleet}</NavLink>
      </nav>
      <div className="ml-auto flex items-center gap-2">
        <PaletteHost />
        <Suspense fallback={null}>
          <LanguageLink language={language} />
        </Suspense>
        {/* A phone has it under "Jump to". */}
        <ThemeChoice />
      </div>
    </header>
  );
}

function NavLink({ href, children }: { href: '/' | '/cases' | '/causes' | '/fleet'; children: string }) {
  return (
    <Link href={href} className="touch inline-flex items-center text-ink-2 hover:text-ink">
      {children}
    </Link>
  );
}
