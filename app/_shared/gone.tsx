import Link from 'next/link';

/** The page of a case that was deleted or has expired. */
export function Gone() {
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-16">
      <p className="text-[13px] font-semibold text-ink-3">410</p>
      <h1 className="mt-1 text-[25px]">This case was deleted or has expired</h1>
      <p className="mt-3 text-ink-2">Nothing of it is kept. Ask who sent the link for the evidence, and diagnose it again.</p>
      <p className="mt-6">
        <Link href="/" className="button button-primary">
          New diagnosis
        </Link>
      </p>
    </main>
  );
}
