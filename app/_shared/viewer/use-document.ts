import { useEffect, useState } from 'react';
import { wordsHere } from '../language-here';
import { viewerWords } from './words';

export type Fetched = { readonly state: 'reading' } | { readonly state: 'read'; readonly texts: readonly string[] } | { readonly state: 'failed'; readonly why: string };

/** Texts that were fetched, by address; a document of a case never changes. */
const kept = new Map<string, Promise<string>>();

async function load(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(wordsHere(viewerWords)('answered', { status: answer.status }));
  return answer.text();
}

/** Fetches the texts of some documents of a case, each once. */
export function useTexts(caseId: string, attempt: number, names: readonly string[]): { readonly fetched: Fetched; readonly again: () => void } {
  const addresses = names.map((name) => `/api/cases/${caseId}/documents/${encodeURIComponent(name)}?attempt=${attempt}`).join(' ');
  const [fetched, setFetched] = useState<{ of: string; result: Fetched }>({ of: '', result: { state: 'reading' } });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const loads = addresses.split(' ').map((address) => {
      const loading = kept.get(address) ?? load(address);
      kept.set(address, loading);
      loading.catch(() => kept.delete(address));
      return loading;
    });
    Promise.all(loads).then(
      (texts) => wanted && setFetched({ of: addresses, result: { state: 'read', texts } }),
      (error: unknown) => wanted && setFetched({ of: addresses, result: { state: 'failed', why: error instanceof Error ? error.message : String(error) } }),
    );
    return () => void (wanted = false);
  }, [addresses, tries]);
  return { fetched: fetched.of === addresses ? fetched.result : { state: 'reading' }, again: () => setTries((count) => count + 1) };
}
