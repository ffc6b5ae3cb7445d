import type { Metadata } from 'next';
import { Suspense } from 'react';
import { pageLanguage } from '../_shared/page-language';
import { CaseBrowser } from './case-browser';
import { myCasesWords } from './words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: myCasesWords[await pageLanguage()].title, robots: { index: false } };
}

export default async function Page() {
  const words = myCasesWords[await pageLanguage()];
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 py-10 sm:px-6">
      <h1 className="text-[25px]">{words.title}</h1>
      <p className="mt-2 mb-6 max-w-[62ch] text-ink-2">{words.intro}</p>
      <Suspense fallback={<p className="min-h-64 text-ink-3">{words.looking}</p>}>
        <CaseBrowser />
      </Suspense>
    </main>
  );
}
