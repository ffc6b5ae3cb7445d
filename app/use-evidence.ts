import { useMemo, useRef, useState } from 'react';
import { readEnd, readExcerpt, readFile, refusedHere, type Given } from '../lib/browser/read-files';
import type { NamedText } from '../lib/redaction/redact';

/** What stands in the box: files and what was typed, and the texts of both. */
export interface Evidence {
  readonly given: readonly Given[];
  readonly typed: string;
  /** Why what was typed is not sent. */
  readonly wrong: string | undefined;
  readonly texts: readonly NamedText[];
  readonly take: (files: Iterable<File>) => Promise<void>;
  readonly keepEnd: (one: Given) => Promise<void>;
  readonly remove: (key: number) => void;
  readonly type: (text: string) => void;
  readonly paste: (text: string) => void;
  /** Puts these in the place of all there is. */
  readonly replace: (given: readonly Given[]) => void;
}

/** Keeps what stands in the box; `most` is what one case may have, in bytes. */
export function useEvidence(most: number): Evidence {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [typed, setTyped] = useState('');
  const wrong = useMemo(() => (typed.trim() === '' ? undefined : refusedHere(typed)), [typed]);
  const texts = useMemo(
    () => [
      ...given.flatMap(({ name, text, refused }) => (text === undefined || refused ? [] : [{ name, text }])),
      ...(typed.trim() === '' || wrong ? [] : [{ name: 'pasted.txt', text: typed }]),
    ],
    [given, typed, wrong],
  );
  const reading = useRef(new Map<number, AbortController>());
  const put = (key: number, change: (one: Given) => Given) => setGiven((before) => before.map((one) => (one.key === key ? change(one) : one)));
  /** Looks for the lines that matter in what is too large to be sent. */
  const excerpt = async (one: Given) => {
    const stop = new AbortController();
    reading.current.set(one.key, stop);
    try {
      const kept = await readExcerpt(one, (read) => put(one.key, (now) => ({ ...now, read })), stop.signal);
      put(one.key, () => kept);
    } catch {
      // Stopped, or not readable as a log: it stays as it is, and its end can be kept.
      put(one.key, () => one);
    } finally {
      reading.current.delete(one.key);
    }
  };
  return {
    given,
    typed,
    wrong,
    texts,
    take: async (files) => {
      const read = await Promise.all([...files].map((file) => readFile(file, most)));
      setGiven((before) => [...before, ...read.map((one) => (one.tooLarge ? { ...one, read: 0 } : one))]);
      for (const one of read) if (one.tooLarge) void excerpt(one);
    },
    keepEnd: async (one) => {
      const end = await readEnd(one, most);
      put(one.key, () => end);
    },
    remove: (key) => {
      reading.current.get(key)?.abort();
      setGiven((before) => before.filter((one) => one.key !== key));
    },
    type: setTyped,
    paste: (text) => setTyped((before) => (before === '' ? text : `${before}\n${text}`)),
    replace: (files) => {
      setTyped('');
      setGiven(files);
    },
  };
}
