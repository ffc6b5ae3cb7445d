import type { Answer } from '../lib/browser/diagnose-worker';
import { Commands } from './_shared/commands';
import { FindingHead } from './_shared/finding-head';
import { FixCard } from './_shared/fix-card';
import { Prose } from './_shared/prose';
import { SeenIn } from './_shared/seen-in';

/** The diagnosis of what stands in the box, made in the browser. */
export function Preview({ answer, working }: { answer: Answer | undefined; working: boolean }) {
  if (!answer) {
    return (
      <section aria-label="Diagnosis" aria-live="polite" className="rounded-lg border border-line px-5 py-5 text-ink-2">
        <p className="font-medium text-ink">{working ? 'Reading …' : 'The cause appears here as you paste'}</p>
        <p className="mt-1">One error line is enough to begin. With config.json the answer can name the line to change; with a listing it can be certain.</p>
      </section>
    );
  }
  const { report, texts } = answer;
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const fix = root?.fixes[0];
  const [ask] = report.asks;
  const text = texts.find(({ name }) => name === fix?.document)?.text;
  return (
    <section aria-label="Diagnosis" aria-busy={working} className={`min-w-0 ${working ? 'opacity-70' : ''}`}>
      <div aria-live="polite" className={`rounded-r-lg border border-l-[3px] px-5 py-4 ${root ? 'border-stop-line border-l-stop' : 'border-line border-l-line-strong'}`}>
        <FindingHead report={report} level="h2" />
        {root ? <SeenIn evidence={root.evidence} linked={false} /> : null}
      </div>
      {ask && root?.confidence !== 'certain' ? (
        <div className="mt-4">
          <p className="mb-1">
            <strong className="font-semibold">To be surer</strong>, one read-only command: <Prose text={ask.what} />
          </p>
          <Commands commands={[ask.command]} label="Copy command" />
        </div>
      ) : null}
      {fix ? <FixCard fix={fix} text={text} /> : null}
    </section>
  );
}
