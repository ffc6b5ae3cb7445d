'use client';

/** The page for what nobody foresaw. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-xl px-4 py-16">
      <p className="text-[13px] font-semibold text-ink-3">500</p>
      <h1 className="mt-1 text-[25px]">Something went wrong on our side</h1>
      <p className="mt-3 text-ink-2">What was stored is still there. Trying again often helps; the store may have been busy.</p>
      <p className="mt-6">
        <button type="button" className="button button-primary" onClick={reset}>
          Try again
        </button>
      </p>
    </main>
  );
}
