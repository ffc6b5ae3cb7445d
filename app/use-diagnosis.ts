import { useEffect, useRef, useState } from 'react';
import type { Answer, Ask } from '../lib/browser/diagnose-worker';
import type { NamedText } from '../lib/redaction/redact';

/** Typing is diagnosed once it pauses, in milliseconds. */
const pause = 200;

/** Diagnoses texts in a worker as they change; the last answer stays until the next one is there. */
export function useDiagnosis(texts: readonly NamedText[]): { answer: Answer | undefined; working: boolean } {
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<Answer>();
  const [pending, setPending] = useState(0);
  const empty = texts.every(({ text }) => text.trim() === '');

  useEffect(() => {
    const made = new Worker(new URL('../lib/browser/diagnose-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.number === asked.current) setAnswer(data);
    });
    return () => made.terminate();
  }, []);

  useEffect(() => {
    const number = ++asked.current;
    if (empty) return undefined;
    const timer = setTimeout(() => {
      setPending(number);
      worker.current?.postMessage({ number, texts } satisfies Ask);
    }, pause);
    return () => clearTimeout(timer);
  }, [texts, empty]);

  return { answer: empty ? undefined : answer, working: !empty && pending > (answer?.number ?? 0) };
}
