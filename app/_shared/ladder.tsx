import type { RenderedReport } from '../../lib/diagnosis/report';
import { wordsOf, type Language } from '../../lib/diagnosis/sentence';
import { steps, type Step } from '../../lib/diagnosis/steps';
import { findingWords } from './finding-words';

interface Props {
  readonly report: RenderedReport;
  readonly language: Language;
  /** Names it where there are two. */
  readonly side?: string;
  readonly heading?: string;
}

/** How far the start got: steps that lines prove passed, the one at which it stopped, and those not reached. */
export function Ladder({ report, language, side, heading }: Props) {
  const word = wordsOf(findingWords[language]);
  const nameOf = (step: Step) => word(`step-${step}`);
  const id = `how-far${side ?? ''}`;
  const { reached } = report;
  if (!reached) return null;
  const passed = new Set(reached.passed.map(({ step }) => step));
  const stopped = report.started !== true && report.verdict !== 'healthy';
  const at = steps.indexOf(reached.step);
  const state = (step: Step) => {
    if (step === reached.step) return stopped ? 'stopped' : 'passed';
    if (passed.has(step)) return 'passed';
    return steps.indexOf(step) < at ? 'before' : 'notReached';
  };
  const tones = { stopped: 'bg-stop', passed: 'bg-good', before: 'bg-good-line', notReached: 'bg-line' } as const;
  return (
    <section className="mt-7" aria-labelledby={id}>
      <h2 id={id} className="text-[12px] font-medium text-ink-3">
        {heading ?? word('howFar')}
        {side === undefined ? null : <span className="sr-only">: {side}</span>}
      </h2>
      <ol className="mt-2 grid grid-cols-11 gap-[3px]">
        {steps.map((step) => (
          <li key={step} className={`h-1.5 rounded-xs ${tones[state(step)]}`}>
            <span className="sr-only">
              {word('stepState', { step: nameOf(step), state: word(state(step)) })}
            </span>
          </li>
        ))}
      </ol>
      <p className="mt-1.5 text-[12.5px] text-ink-3">
        {reached.passed.length > 0 ? `${word('shownByLines', { steps: reached.passed.map(({ step }) => nameOf(step)).join(word('comma')) })} ` : ''}
        {stopped ? <strong className="font-semibold text-stop">{word('stoppedBefore', { step: nameOf(reached.step) })}</strong> : word('reached', { step: nameOf(reached.step) })}
      </p>
    </section>
  );
}
