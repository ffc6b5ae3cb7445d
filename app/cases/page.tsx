import type { Metadata } from 'next';
import Link from 'next/link';
import { MyCasesList } from '../_shared/my-cases-list';
import { ForgetCases } from './forget-cases';

export const metadata: Metadata = { title: 'My cases', robots: { index: false } };

export default function Page() {
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-10 sm:px-6">
      <h1 className="text-[25px]">My cases</h1>
      <p className="mt-2 mb-6 text-ink-2">
        This list is kept in this browser only. Whoever has the link of a case can open it; no one can list cases.
      </p>
      <MyCasesList />
      <div className="mt-8 flex flex-wrap gap-3">
        <Link href="/" className="button button-primary">
          New diagnosis
        </Link>
        <ForgetCases />
      </div>
    </main>
  );
}
