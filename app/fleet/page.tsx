import type { Metadata } from 'next';
import { wordsOf } from '../../lib/diagnosis/sentence';
import { pageLanguage } from '../_shared/page-language';
import { FleetView } from './fleet-view';
import { fleetWords } from './words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: fleetWords[await pageLanguage()].title };
}

/** One archive of many nodes: node × requirement, the odd ones first. */
export default async function Page() {
  const word = wordsOf(fleetWords[await pageLanguage()]);
  return (
    <main id="content" className="mx-auto max-w-[1440px] px-4 pt-8 pb-20 sm:px-6">
      <h1 className="text-[25px]">{word('title')}</h1>
      <p className="mt-2 mb-6 max-w-[70ch] text-ink-2">{word('intro')}</p>
      <FleetView />
    </main>
  );
}
