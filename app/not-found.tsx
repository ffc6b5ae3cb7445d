import Link from 'next/link';
import { NearestCauses } from './nearest-causes';
import { pageLanguage } from './_shared/page-language';
import { shellWords } from './_shared/shell-words';

export default async function NotFound() {
  const words = shellWords[await pageLanguage()];
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-16">
      <p className="text-[13px] font-semibold text-ink-3">404</p>
      <h1 className="mt-1 text-[25px]">{words.nothingHere}</h1>
      <p className="mt-3 text-ink-2">{words.nothingHereHint}</p>
      <NearestCauses />
      <p className="mt-6 flex flex-wrap gap-3">
        <Link href="/" className="button button-primary">
          {words.newDiagnosis}
        </Link>
        <Link href="/causes" className="button">
          {words.causes}
        </Link>
      </p>
    </main>
  );
}
