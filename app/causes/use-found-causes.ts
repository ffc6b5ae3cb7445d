import { useEffect, useRef, useState } from 'react';
import type { FoundAnswer, Question } from '../../lib/browser/find-worker';
import type { Found } from '../../lib/report/find-causes';
import { languageHere } from '../_shared/language-here';

/** Typing is looked up once it pauses, in milliseconds. */
const pause = 150;

/** What a typed text turns out to be, looked up in a worker; `undefined` for an empty one and until the first answer. */
export function useFoundCauses(text: string): { found: Found | undefined; working: boolean } {
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<FoundAnswer>();
  const [pending, setPending] = useState(0);
  const empty = text.trim() === '';

  useEffect(() => () => worker.current?.terminate(), []);

  useEffect(() => {
    const number = ++asked.current;
    if (empty) return undefined;
    const timer = setTimeout(() => {
      // The engine is loaded for who asks, not for who reads the list.
      worker.current ??= startWorker((next) => {
        if (next.number === asked.current) setAnswer(next);
      });
      setPending(number);
      worker.current.postMessage({ number, language: languageHere(), text } satisfies Question);
    }, pause);
    return () => clearTimeout(timer);
  }, [text, empty]);

  return { found: empty ? undefined : answer?.found, working: !empty && pending > (answer?.number ?? 0) };
}

function startWorker(take: (answer: FoundAnswer) => void): Worker {
  const made = new Worker(new URL('../../lib/browser/find-worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<FoundAnswer>) => take(data));
  return made;
}
