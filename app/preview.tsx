import { lazy, Suspense, useEffect } from 'react';
import type { Answer } from '../lib/browser/diagnose-worker';
import { useWords } from './_shared/language';
import { landingWords } from './words';

const loadAnswerView = () => import('./answer-view');
const AnswerView = lazy(loadAnswerView);

/** The diagnosis of what stands in the box, made in the browser. */
export function Preview({ answer, working }: { answer: Answer | undefined; working: boolean }) {
  // Comes while the engine is at work.
  useEffect(() => {
    if (working) void loadAnswerView();
  }, [working]);
  const waiting = <Waiting working={working || answer !== undefined} />;
  return answer ? (
    <Suspense fallback={waiting}>
      <AnswerView answer={answer} working={working} />
    </Suspense>
  ) : (
    waiting
  );
}

/** Stands where the diagnosis will be. */
function Waiting({ working }: { working: boolean }) {
  const word = useWords(landingWords);
  return (
    <section aria-label={word('diagnosis')} aria-live="polite" className="rounded-lg border border-line px-5 py-5 text-ink-2">
      <p className="font-medium text-ink">{word(working ? 'reading' : 'appearsHere')}</p>
      <p className="mt-1">{word('oneLine')}</p>
    </section>
  );
}
