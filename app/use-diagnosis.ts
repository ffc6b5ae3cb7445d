import { useEffect, useRef, useState } from 'react';
import type { Answer, Ask } from '../lib/browser/diagnose-worker';
import type { NamedText } from '../lib/redaction/redact';
import { languageHere } from './_shared/language-here';

/** Typing is diagnosed once it pauses, in milliseconds. */
const pause = 200;
const nothing: readonly string[] = [];

interface Diagnosis {
  /** The last answer; it stays until the next one is there. */
  readonly answer: Answer | undefined;
  /** The answer is of the texts as they are now. */
  readonly current: boolean;
  readonly working: boolean;
  /** The worker broke down: nothing is known of the texts, and they must not be sent. */
  readonly failed: boolean;
}

/** Masks and diagnoses texts in a worker as they change. */
export function useDiagnosis(texts: readonly NamedText[], chosen = nothing): Diagnosis {
  const worker = useRef<Worker | undefined>(undefined);
  const asked = useRef(0);
  const [answered, setAnswered] = useState<{ answer: Answer; texts: readonly NamedText[]; chosen: readonly string[] }>();
  const [pending, setPending] = useState(0);
  const [failed, setFailed] = useState(false);
  const empty = texts.every(({ text }) => text.trim() === '');
  const latest = useRef({ texts, chosen });

  useEffect(() => {
    const made = new Worker(new URL('../lib/browser/diagnose-worker.ts', import.meta.url), { type: 'module' });
    worker.current = made;
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.number === asked.current) setAnswered({ answer: data, ...latest.current });
    });
    made.addEventListener('error', () => setFailed(true));
    return () => made.terminate();
  }, []);

  useEffect(() => {
    const number = ++asked.current;
    latest.current = { texts, chosen };
    if (empty) return undefined;
    const timer = setTimeout(() => {
      setPending(number);
      worker.current?.postMessage({ number, language: languageHere(), texts, chosen } satisfies Ask);
    }, pause);
    return () => clearTimeout(timer);
  }, [texts, chosen, empty]);

  const current = !empty && answered?.texts === texts && answered.chosen === chosen;
  return { answer: empty ? undefined : answered?.answer, current, working: !empty && pending > (answered?.answer.number ?? 0), failed };
}
