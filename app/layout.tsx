import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { fonts } from './_shared/fonts';
import { LanguageProvider } from './_shared/language';
import { pageLanguage } from './_shared/page-language';
import { shellWords } from './_shared/shell-words';
import { SiteHeader } from './_shared/site-header';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: { default: 'Userns Doctor', template: '%s · Userns Doctor' }, description: shellWords[await pageLanguage()].description };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** Every page is made for its request: its scripts carry the nonce that the answer's policy names. */
export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const language = await pageLanguage();
  const words = shellWords[language];
  return (
    <html lang={words.htmlLang} className={fonts} suppressHydrationWarning>
      <head>
        {/* It must run before the first paint, so that a chosen theme does not flash. */}
        {/* eslint-disable-next-line @next/next/no-sync-scripts */}
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:p-3">
          {words.toContent}
        </a>
        <LanguageProvider language={language}>
          <SiteHeader language={language} words={words} />
          {children}
        </LanguageProvider>
      </body>
    </html>
  );
}
