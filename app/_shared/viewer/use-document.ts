import { useEffect, useState } from 'react';
import type { ReadLines } from '../../../lib/browser/line-windows';
import { wordsHere } from '../language-here';
import { documentAddress } from './document-address';
import { viewerWords } from './words';

export type Fetched = { readonly state: 'reading' } | { readonly state: 'read'; readonly texts: readonly string[] } | { readonly state: 'failed'; readonly why: string };

/** Texts that were fetched, by address; a document of a case never changes. */
const kept = new Map<string, Promise<string>>();

async function load(address: string, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(wordsHere(viewerWords)('answered', { status: answer.status }));
  return answer;
}

/** Reads windows of the lines of a document. */
export function readLinesOf(source: string): ReadLines {
  return async (from, count, signal) => (await (await load(`${source}&from=${from}&count=${count}`, signal)).text()).split('\n').map((line) => line.replace(/\r$/, ''));
}

/** Lines of a document, from 1, that hold a text; `more` where there are more than are told. */
export async function findIn(source: string, wanted: string, signal: AbortSignal): Promise<{ readonly lines: readonly number[]; readonly more: boolean }> {
  return (await load(`${source}&find=${encodeURIComponent(wanted.slice(0, 200))}`, signal)).json() as Promise<{ lines: number[]; more: boolean }>;
}

/** The text of a document, fetched once. */
export function readText(address: string): Promise<string> {
  const loading = kept.get(address) ?? load(address).then((answer) => answer.text());
  kept.set(address, loading);
  loading.catch(() => kept.delete(address));
  return loading;
}

/** Puts a text where it is looked for: those of an encrypted case are nowhere else. */
export function keepText(address: string, text: string): void {
  kept.set(address, Promise.resolve(text));
}

/** Fetches the texts of some documents of a case, each once. */
export function useTexts(caseId: string, attempt: number, names: readonly string[]): { readonly fetched: Fetched; readonly again: () => void } {
  const addresses = names.map((name) => documentAddress(caseId, attempt, name)).join(' ');
  const [fetched, setFetched] = useState<{ of: string; result: Fetched }>({ of: '', result: { state: 'reading' } });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    Promise.all(addresses.split(' ').map(readText)).then(
      (texts) => wanted && setFetched({ of: addresses, result: { state: 'read', texts } }),
      (error: unknown) => wanted && setFetched({ of: addresses, result: { state: 'failed', why: error instanceof Error ? error.message : String(error) } }),
    );
    return () => void (wanted = false);
  }, [addresses, tries]);
  return { fetched: fetched.of === addresses ? fetched.result : { state: 'reading' }, again: () => setTries((count) => count + 1) };
}
