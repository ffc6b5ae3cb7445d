'use client';

import { createContext, use, useMemo, type ReactNode } from 'react';
import { wordsOf, type Language, type Words } from '../../lib/diagnosis/sentence';

const PageLanguage = createContext<Language>('en');

/** Tells every part of a page in which language it is made. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <PageLanguage value={language}>{children}</PageLanguage>;
}

/** The language of the page, for what runs in the browser; the server asks `pageLanguage()`. */
export function useLanguage(): Language {
  return use(PageLanguage);
}

/** The texts of a table in the language of the page; the same function as long as that is the same. */
export function useWords<W extends Words>(tables: Readonly<Record<Language, W>>) {
  const words = tables[useLanguage()];
  return useMemo(() => wordsOf(words), [words]);
}
