import { useEffect, useState } from 'react';
import { canEncrypt, decryptText, NotOpened, TooLong } from '../../../lib/browser/encryption';
import { readCase, type OpenedFile } from '../../../lib/report/case-file';
import { wordsHere } from '../../_shared/language-here';
import { encryptedWords } from '../../_shared/encrypted-words';

/** What became of opening an encrypted case. */
export type Opened =
  | { readonly state: 'working' }
  | { readonly state: 'noKey' | 'wrongKey' | 'insecure' | 'tooLong' }
  | { readonly state: 'notRead'; readonly why: string }
  | ({ readonly state: 'open' } & OpenedFile);

/** Fetches the envelope of a case and opens it by a key; `most` is what it may unpack to, in bytes. */
export function useOpened(id: string, key: string | undefined, most: number): Opened {
  const [last, setLast] = useState<{ readonly of: string; readonly opened: Opened }>();
  const of = `${id} ${key ?? ''}`;
  useEffect(() => {
    if (!key || !canEncrypt()) return undefined;
    const leave = new AbortController();
    void opened(id, key, most, leave.signal).then((result) => leave.signal.aborted || setLast({ of: `${id} ${key}`, opened: result }));
    return () => leave.abort();
  }, [id, key, most]);
  if (key === undefined) return { state: 'working' };
  if (!canEncrypt()) return { state: 'insecure' };
  if (key === '') return { state: 'noKey' };
  return last?.of === of ? last.opened : { state: 'working' };
}

async function opened(id: string, key: string, most: number, signal: AbortSignal): Promise<Opened> {
  try {
    const answer = await fetch(`/api/cases/${id}/envelope`, { signal });
    if (!answer.ok) return { state: 'notRead', why: String(answer.status) };
    const file = readCase(await decryptText(new Uint8Array(await answer.arrayBuffer()), key, most));
    // Who has the key encrypted something else than a case.
    return file ? { state: 'open', ...file } : { state: 'wrongKey' };
  } catch (error) {
    if (error instanceof NotOpened) return { state: 'wrongKey' };
    if (error instanceof TooLong) return { state: 'tooLong' };
    return { state: 'notRead', why: wordsHere(encryptedWords)('unreachable') };
  }
}
