import type { Metadata } from 'next';
import { causeIdsByArea, type CauseArea } from '../../lib/diagnosis/cause-ids';
import { listCauses } from '../../lib/report/reference';
import { CauseFinder } from './cause-finder';

export const metadata: Metadata = { title: 'Causes', description: 'Every cause that a diagnosis can name.' };

export default function Page() {
  const causes = listCauses('en').map(({ id, area, name }) => ({ id, area, name }));
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-10 sm:px-6">
      <h1 className="text-[25px]">Causes</h1>
      <p className="mt-2 mb-6 max-w-[62ch] text-ink-2">Every cause that a diagnosis can name: one for each thing to mend, with the messages it shows and how to tell it from its neighbours.</p>
      <CauseFinder causes={causes} areas={Object.keys(causeIdsByArea) as CauseArea[]} />
    </main>
  );
}
