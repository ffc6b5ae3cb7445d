import { useMemo, useState } from 'react';
import { readEnd, readFile, refusedHere, type Given } from '../lib/browser/read-files';
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
  return {
    given,
    typed,
    wrong,
    texts,
    take: async (files) => {
      const read = await Promise.all([...files].map((file) => readFile(file, most)));
      setGiven((before) => [...before, ...read]);
    },
    keepEnd: async (one) => {
      const end = await readEnd(one, most);
      setGiven((before) => before.map((other) => (other.key === one.key ? end : other)));
    },
    remove: (key) => setGiven((before) => before.filter((one) => one.key !== key)),
    type: setTyped,
    paste: (text) => setTyped((before) => (before === '' ? text : `${before}\n${text}`)),
    replace: (files) => {
      setTyped('');
      setGiven(files);
    },
  };
}
