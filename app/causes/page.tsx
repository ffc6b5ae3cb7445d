import type { Metadata } from 'next';
import { Suspense } from 'react';
import { listCauses, listSteps } from '../../lib/report/reference';
import { pageLanguage } from '../_shared/page-language';
import { CauseFinder, CauseList } from './cause-finder';
import { referenceWords } from './words';

export async function generateMetadata(): Promise<Metadata> {
  const words = referenceWords[await pageLanguage()];
  return { title: words.causes, description: words.description };
}

export default async function Page() {
  const language = await pageLanguage();
  const words = referenceWords[language];
  const listed = { causes: listCauses(language).map(({ id, step, name }) => ({ id, step, name })), steps: listSteps(language) };
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
      <h1 className="text-[25px]">{words.causes}</h1>
      <p className="mt-2 mb-6 max-w-[62ch] text-ink-2">
        {words.lead}
      </p>
      {/* The list is there without JavaScript; the address may hold a line to look up. */}
      <Suspense fallback={<CauseList {...listed} />}>
        <CauseFinder {...listed} />
      </Suspense>
    </main>
  );
}
