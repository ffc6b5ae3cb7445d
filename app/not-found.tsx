import Link from 'next/link';
import { NearestCauses } from './nearest-causes';

export default function NotFound() {
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-16">
      <p className="text-[13px] font-semibold text-ink-3">404</p>
      <h1 className="mt-1 text-[25px]">There is nothing at this address</h1>
      <p className="mt-3 text-ink-2">The link may be cut off: the id of a case has 22 characters. Causes are listed in the reference.</p>
      <NearestCauses />
      <p className="mt-6 flex flex-wrap gap-3">
        <Link href="/" className="button button-primary">
          New diagnosis
        </Link>
        <Link href="/causes" className="button">
          Causes
        </Link>
      </p>
    </main>
  );
}
