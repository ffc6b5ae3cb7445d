import type { Metadata } from 'next';
import { Suspense } from 'react';
import { CaseBrowser } from './case-browser';
import { myCasesWord as word } from './words';

export const metadata: Metadata = { title: word('title'), robots: { index: false } };

export default function Page() {
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 py-10 sm:px-6">
      <h1 className="text-[25px]">{word('title')}</h1>
      <p className="mt-2 mb-6 max-w-[62ch] text-ink-2">{word('intro')}</p>
      <Suspense fallback={<p className="min-h-64 text-ink-3">{word('looking')}</p>}>
        <CaseBrowser />
      </Suspense>
    </main>
  );
}
