import { useCallback, useSyncExternalStore } from 'react';
import { keyIn, withKey } from '../../../lib/report/addresses';
import { onHash } from '../../_shared/viewer/use-hash';

/** Keys of the cases that were opened in this tab, by id; gone with the tab, and never written anywhere. */
const keys = new Map<string, string>();

/** The key in the address of a case, or the last one that was; empty where there was none. */
function keyOf(id: string): string {
  // While another page takes its place the address is that one's already.
  const given = location.pathname === `/cases/${id}` ? keyIn(location.hash) : undefined;
  if (given !== undefined) keys.set(id, given);
  return keys.get(id) ?? '';
}

/** A link to a place of the page took the key out of the address: it is put back, so that the address stays the whole link. */
function putBack(id: string): void {
  const known = keyOf(id);
  if (known === '' || location.pathname !== `/cases/${id}` || keyIn(location.hash) !== undefined) return;
  history.replaceState(history.state, '', withKey(known, location.hash));
}

/** The key of an encrypted case; empty where there is none, `undefined` on the server. */
export function useCaseKey(id: string): string | undefined {
  const subscribe = useCallback(
    (changed: () => void) => {
      putBack(id);
      return onHash(() => {
        putBack(id);
        changed();
      });
    },
    [id],
  );
  return useSyncExternalStore(
    subscribe,
    () => keyOf(id),
    () => undefined,
  );
}
