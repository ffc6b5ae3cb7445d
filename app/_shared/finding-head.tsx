import type { FindingIn, RenderedReport, Verdict } from '../../lib/diagnosis/report';
import { fill, type Language } from '../../lib/diagnosis/sentence';
import { reportWords } from '../../lib/report/words';
import { findingWords } from './finding-words';
import { Prose } from './prose';

const tones: Readonly<Record<Verdict, string>> = { diagnosed: 'text-stop', healthy: 'text-good', unrelated: 'text-ink-2', unknown: 'text-warn' };
const dots: Readonly<Record<FindingIn<string>['confidence'], string>> = { certain: 'bg-stop', likely: 'bg-warn', possible: 'bg-warn' };

interface Props {
  readonly report: RenderedReport;
  readonly language: Language;
  readonly level?: 'h1' | 'h2';
}

/** The verdict as a sentence, how sure it is and why; the same on the landing page and on the page of a case. */
export function FindingHead({ report, language, level: Level = 'h1' }: Props) {
  const [words, said] = [findingWords[language], reportWords[language]];
  const root = report.findings.find(({ role }) => role === 'root-cause');
  // What only weakens or voids what was asked for did not stop the start.
  const started = root !== undefined && report.started === true;
  const labels: Readonly<Record<Verdict, string>> = { diagnosed: said['root-cause'], healthy: said.healthy, unrelated: words.unrelated, unknown: words.unknown };
  const titles: Readonly<Record<Verdict, string>> = { diagnosed: '', healthy: words.healthyTitle, unrelated: words.unrelatedTitle, unknown: words.unknownTitle };
  const suspected = started || (root && root.confidence !== 'certain');
  return (
    <div id={root ? `finding-${root.cause}` : undefined} className="finding">
      <p className={`flex flex-wrap items-baseline gap-x-2 text-[13px] font-semibold ${suspected ? 'text-warn' : tones[report.verdict]}`}>
        {root ? <span aria-hidden="true" className={`size-2 self-center rounded-full ${started ? 'bg-warn' : dots[root.confidence]}`} /> : null}
        {started ? words.started : labels[report.verdict]}
        {root ? (
          <span className="font-normal text-ink-3">
            <Prose text={fill(said.pair, { what: said[root.confidence], text: root.because })} />
          </span>
        ) : null}
      </p>
      <Level className="mt-2 mb-3 text-[22px]/[1.22] sm:text-[25px]/[1.22]">
        <Prose text={root?.title ?? titles[report.verdict]} />
      </Level>
      <p className="max-w-[62ch] text-[15px]/[1.55] text-ink-2">
        <Prose text={root?.explanation ?? report.summary} />
      </p>
    </div>
  );
}
