import { useEffect, useState } from 'react';
import type { CompareAnswer, ToCompare } from '../../lib/browser/compare-worker';
import type { RenderedReport } from '../../lib/diagnosis/report';
import { formOf } from '../_shared/viewer/shown-document';

/** An attempt whose documents are fetched and compared. */
export interface SideToRead {
  readonly id: string;
  readonly attempt: number;
  readonly findings: RenderedReport['findings'];
  readonly documents: readonly { readonly name: string; readonly kind: string }[];
}

type State = { readonly state: 'reading' } | { readonly state: 'compared'; readonly answer: CompareAnswer } | { readonly state: 'failed'; readonly why: string };

async function textsOf({ id, attempt, documents }: SideToRead) {
  return Promise.all(
    documents.map(async ({ name }) => {
      const answer = await fetch(`/api/cases/${id}/documents/${encodeURIComponent(name)}?attempt=${attempt}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return { name, text: await answer.text() };
    }),
  );
}

/** Fetches the documents of two attempts and compares them in a worker. */
export function useComparison(a: SideToRead, b: SideToRead): { readonly compared: State; readonly again: () => void } {
  const [compared, setCompared] = useState<State>({ state: 'reading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const fail = (why: string) => wanted && setCompared({ state: 'failed', why });
    const worker = new Worker(new URL('../../lib/browser/compare-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => wanted && setCompared({ state: 'compared', answer: data }));
    worker.addEventListener('error', ({ message }) => fail(message));
    const logsOf = ({ documents }: SideToRead) => documents.filter(({ kind }) => formOf(kind) === 'log').map(({ name }) => name);
    Promise.all([textsOf(a), textsOf(b)]).then(
      ([textsA, textsB]) => worker.postMessage({ a: { texts: textsA, report: { findings: a.findings } }, b: { texts: textsB, report: { findings: b.findings } }, logs: { a: logsOf(a), b: logsOf(b) } } satisfies ToCompare),
      (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
      worker.terminate();
    };
  }, [a, b, tries]);
  return {
    compared,
    again: () => {
      setCompared({ state: 'reading' });
      setTries((count) => count + 1);
    },
  };
}
