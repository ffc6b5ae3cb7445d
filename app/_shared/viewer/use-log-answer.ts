import { useEffect, useState } from 'react';
import type { LogAnswer } from '../../../lib/browser/log-worker';

/** Severities and the order of time, from a worker; undefined until it answers. */
export function useLogAnswer(texts: readonly { readonly text: string }[]): LogAnswer | undefined {
  const [answered, setAnswered] = useState<{ of: unknown; answer: LogAnswer }>();
  useEffect(() => {
    const worker = new Worker(new URL('../../../lib/browser/log-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LogAnswer>) => setAnswered({ of: texts, answer: data }));
    worker.postMessage(texts.map(({ text }) => text));
    return () => worker.terminate();
  }, [texts]);
  return answered?.of === texts ? answered.answer : undefined;
}
