import type { FindingIn, RenderedReport, Verdict } from '../../lib/diagnosis/report';
import { Prose } from './prose';

const verdicts: Readonly<Record<Verdict, { label: string; tone: string; title: string }>> = {
  diagnosed: { label: 'Root cause', tone: 'text-stop', title: '' },
  healthy: { label: 'Healthy', tone: 'text-good', title: 'Nothing here stops this container' },
  unrelated: { label: 'Not user namespaces', tone: 'text-ink-2', title: 'This failure has another reason' },
  unknown: { label: 'Not sure yet', tone: 'text-warn', title: 'The evidence does not show a known cause' },
};

const dots: Readonly<Record<FindingIn<string>['confidence'], string>> = { certain: 'bg-stop', likely: 'bg-warn', possible: 'bg-warn' };

/** The verdict as a sentence, how sure it is and why; the same on the landing page and on the page of a case. */
export function FindingHead({ report, level: Level = 'h1' }: { report: RenderedReport; level?: 'h1' | 'h2' }) {
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const { label, tone, title } = verdicts[report.verdict];
  return (
    <div id={root ? `finding-${root.cause}` : undefined} className="finding">
      <p className={`flex flex-wrap items-baseline gap-x-2 text-[13px] font-semibold ${root && root.confidence !== 'certain' ? 'text-warn' : tone}`}>
        {root ? <span aria-hidden="true" className={`size-2 self-center rounded-full ${dots[root.confidence]}`} /> : null}
        {label}
        {root ? (
          <span className="font-normal text-ink-3">
            {root.confidence}: <Prose text={root.because} />
          </span>
        ) : null}
      </p>
      <Level className="mt-2 mb-3 text-[22px]/[1.22] sm:text-[25px]/[1.22]">
        <Prose text={root?.title ?? title} />
      </Level>
      <p className="max-w-[62ch] text-[15px]/[1.55] text-ink-2">
        <Prose text={root?.explanation ?? report.summary} />
      </p>
    </div>
  );
}
