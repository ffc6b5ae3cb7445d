import type { CauseId } from '../../../lib/diagnosis/cause-ids';
import { diagnose } from '../../../lib/diagnosis/diagnose';
import type { RenderedReport } from '../../../lib/diagnosis/report';
import { fill, type Language } from '../../../lib/diagnosis/sentence';
import { renderReport } from '../../../lib/report/render';
import { SourceView } from '../../_shared/source-view';
import { referenceWords } from '../words';
import { TryExample } from './try-example';

interface Props {
  readonly cause: CauseId;
  readonly kind: 'bad' | 'good';
  readonly language: Language;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Examples stand in the repository: each is diagnosed once, however often its page is asked for. */
const reports = new Map<string, RenderedReport>();

function reportOf({ cause, kind, files, language }: Props): RenderedReport {
  const key = `${language} ${cause} ${kind}`;
  const report = reports.get(key) ?? renderReport(diagnose(files), language);
  reports.set(key, report);
  return report;
}

/** An example as the engine reads it: what proves the cause, or rules it out, stands under its line. */
export function ExampleView(props: Props) {
  const { cause, kind, files, language } = props;
  const words = referenceWords[language];
  const report = reportOf(props);
  const marked = kind === 'bad' ? report.findings.find((one) => one.cause === cause)?.evidence : report.ruledOut.find((one) => one.cause === cause)?.evidence;
  return (
    <article aria-labelledby={`example-${kind}`} className="mt-4">
      <h3 id={`example-${kind}`} className={`text-[14px] ${kind === 'bad' ? 'text-stop' : 'text-good'}`}>
        {words[kind]}
      </h3>
      <div className={`${kind === 'good' ? 'source-well ' : ''}mt-2 overflow-hidden rounded-lg border border-line-strong bg-sheet`}>
        {files.map(({ name, text }) => (
          <section key={name} aria-label={fill(kind === 'bad' ? words.badOf : words.goodOf, { name })} className="border-b border-line last:border-b-0">
            <p className="border-b border-line bg-sunk px-4 py-1.5 font-mono text-[12.5px] font-medium">{name}</p>
            <SourceView name={`${kind}-${name}`} source={text} evidence={(marked ?? []).filter(({ document }) => document === name)} language={language} />
          </section>
        ))}
      </div>
      <TryExample label={kind === 'bad' ? words.tryBad : words.tryGood} files={files} />
    </article>
  );
}
