import type { CauseId } from '../../../lib/diagnosis/cause-ids';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import type { RenderedReport } from '../../../lib/diagnosis/report';
import { renderReport } from '../../../lib/report/render';
import { SourceView } from '../../_shared/source-view';
import { TryExample } from './try-example';

interface Props {
  readonly cause: CauseId;
  readonly kind: 'bad' | 'good';
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Examples stand in the repository: each is diagnosed once, however often its page is asked for. */
const reports = new Map<string, RenderedReport>();

function reportOf({ cause, kind, files }: Props): RenderedReport {
  const key = `${cause} ${kind}`;
  const report = reports.get(key) ?? renderReport(diagnose(files), 'en');
  reports.set(key, report);
  return report;
}

/** An example as the engine reads it: what proves the cause, or rules it out, stands under its line. */
export function ExampleView({ cause, kind, files }: Props) {
  const report = reportOf({ cause, kind, files });
  const marked = kind === 'bad' ? report.findings.find((one) => one.cause === cause)?.evidence : report.ruledOut.find((one) => one.cause === cause)?.evidence;
  return (
    <article aria-labelledby={`example-${kind}`} className="mt-4">
      <h3 id={`example-${kind}`} className={`text-[14px] ${kind === 'bad' ? 'text-stop' : 'text-good'}`}>
        {kind === 'bad' ? 'Bad: this is the root cause' : 'Good: nothing stops this one'}
      </h3>
      <div className={`${kind === 'good' ? 'source-well ' : ''}mt-2 overflow-hidden rounded-lg border border-line-strong bg-sheet`}>
        {files.map(({ name, text }) => (
          <section key={name} aria-label={`${kind} example, ${name}`} className="border-b border-line last:border-b-0">
            <p className="border-b border-line bg-sunk px-4 py-1.5 font-mono text-[12.5px] font-medium">{name}</p>
            <SourceView name={`${kind}-${name}`} text={text} evidence={(marked ?? []).filter(({ document }) => document === name)} />
          </section>
        ))}
      </div>
      <TryExample label={kind === 'bad' ? 'Try the bad example' : 'Try the good example'} files={files} />
    </article>
  );
}
