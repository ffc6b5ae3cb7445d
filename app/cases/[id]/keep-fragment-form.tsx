'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { onHash } from '../../_shared/viewer/use-hash';

/** A form that leads back to the page: the fragment, which no request carries, goes along in the browser, be it a place or the key of an encrypted case. */
export function KeepFragmentForm({ action, children }: { readonly action: string; readonly children: ReactNode }) {
  const hash = useSyncExternalStore(onHash, () => location.hash, () => '');
  return (
    <form method="post" action={action + hash} className="mt-5 flex flex-wrap items-end gap-2">
      {children}
    </form>
  );
}
