'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { Language } from '../../lib/diagnosis/sentence';

/** Each language by its own name: who looks for it reads it. */
const names = { en: 'English', zh: '中文' } as const;

/** Leads to this page in the other language; a plain link, since the whole page is made in one. */
export function LanguageLink({ language }: { language: Language }) {
  const other = language === 'en' ? 'zh' : 'en';
  const query = new URLSearchParams(useSearchParams());
  query.set('lang', other);
  return (
    <a href={`${usePathname()}?${query.toString()}`} lang={other === 'zh' ? 'zh-CN' : 'en'} hrefLang={other} className="button">
      {names[other]}
    </a>
  );
}
