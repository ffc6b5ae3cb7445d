import type { RenderedReport } from '../../lib/diagnosis/report';
import type { Language } from '../../lib/diagnosis/sentence';
import { warned } from '../../lib/report/warned';
import { reportWords } from '../../lib/report/words';
import { Prose } from './prose';
import { SeenIn } from './seen-in';

/** What the config makes the runtime do on the host, said before anybody takes a mended one over. */
export function Warnings({ report, linked, language }: { readonly report: RenderedReport; readonly linked: boolean; readonly language: Language }) {
  const warnings = warned(report);
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="mt-4 rounded-lg border border-warn-line bg-warn-soft px-4 py-3">
      <h2 id="warnings" className="text-[14px] text-warn">
        {reportWords[language].warnTitle}
      </h2>
      <p className="mt-1 text-ink-2">{reportWords[language].warnHint}</p>
      <ul className="mt-1 list-disc pl-5">
        {warnings.map(({ says, startLine, document }) => (
          <li key={`${document}:${startLine}:${says}`}>
            <Prose text={says} />
          </li>
        ))}
      </ul>
      <SeenIn evidence={warnings} linked={linked} language={language} />
    </section>
  );
}
