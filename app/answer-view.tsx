import type { Answer } from '../lib/browser/diagnose-worker';
import { findingWords } from './_shared/finding-words';
import { useLanguage, useWords } from './_shared/language';
import { Commands } from './_shared/commands';
import { FindingHead } from './_shared/finding-head';
import { FixCard } from './_shared/fix-card';
import { Prose } from './_shared/prose';
import { SeenIn } from './_shared/seen-in';
import { Warnings } from './_shared/warnings';
import { landingWords } from './words';

/** What the diagnosis of the box says; a chunk of its own, for the page is read before anything is diagnosed. */
export default function AnswerView({ answer, working }: { answer: Answer; working: boolean }) {
  const word = useWords(landingWords);
  const language = useLanguage();
  const { report, texts } = answer;
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const fix = root?.fixes[0];
  const [ask] = report.asks;
  const text = texts.find(({ name }) => name === fix?.document)?.text;
  return (
    <section aria-label={word('diagnosis')} aria-busy={working} className={`min-w-0 ${working ? 'opacity-70' : ''}`}>
      <div aria-live="polite" className={`rounded-r-lg border border-l-[3px] px-5 py-4 ${root ? 'border-stop-line border-l-stop' : 'border-line border-l-line-strong'}`}>
        <FindingHead report={report} language={language} level="h2" />
        {root ? <SeenIn evidence={root.evidence} linked={false} language={language} /> : null}
      </div>
      {ask && root?.confidence !== 'certain' ? (
        <div className="mt-4">
          <p className="mb-1">
            <strong className="font-semibold">{word('toBeSurer')}</strong>
            {word('oneCommand')} <Prose text={ask.what} />
          </p>
          <Commands commands={[ask.command]} label={findingWords[language].copyCommand} />
        </div>
      ) : null}
      <Warnings report={report} linked={false} language={language} />
      {fix ? <FixCard fix={fix} text={text} language={language} /> : null}
    </section>
  );
}
