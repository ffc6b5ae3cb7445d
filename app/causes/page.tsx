import type { Metadata } from 'next';
import { Suspense } from 'react';
import { listCauses, listSteps } from '../../lib/report/reference';
import { CauseFinder, CauseList } from './cause-finder';

export const metadata: Metadata = { title: 'Causes', description: 'Every cause that a diagnosis can name, by the step of the start at which it strikes.' };

export default function Page() {
  const listed = { causes: listCauses('en').map(({ id, step, name }) => ({ id, step, name })), steps: listSteps('en') };
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
      <h1 className="text-[25px]">Causes</h1>
      <p className="mt-2 mb-6 max-w-[62ch] text-ink-2">
        Every cause that a diagnosis can name, one for each thing to mend, in the order of a container&rsquo;s start. Paste a line of an error to see which of them it may be; the line stays in your browser.
      </p>
      {/* The list is there without JavaScript; the address may hold a line to look up. */}
      <Suspense fallback={<CauseList {...listed} />}>
        <CauseFinder {...listed} />
      </Suspense>
    </main>
  );
}
