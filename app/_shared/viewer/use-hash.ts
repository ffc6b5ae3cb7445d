import { useSyncExternalStore } from 'react';
import { hashAt, placeIn } from '../../../lib/report/addresses';

export function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

/** The place in the fragment of the address, `#` and all, without the key of an encrypted case; empty on the server. */
export function useHash(): string {
  return useSyncExternalStore(
    onHash,
    () => placeIn(location.hash),
    () => '',
  );
}

/** Puts another place in the address without leaving a step in the history. */
export function replaceHash(place: string): void {
  history.replaceState(history.state, '', hashAt(place, location.hash));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** The whole link to a place of this page; of an encrypted case with its key. */
export function linkTo(place: string): string {
  return new URL(hashAt(place, location.hash), location.href).href;
}
