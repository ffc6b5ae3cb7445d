import type { EvidenceIn } from '../../../lib/diagnosis/report';
import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import { Prose } from '../../_shared/prose';
import { SeenIn } from '../../_shared/seen-in';
import { caseWords } from './words';

/** What the config makes the runtime do on the host, said before anybody takes a mended one over. */
export function Warnings({ warnings, language }: { readonly warnings: readonly EvidenceIn<string>[]; readonly language: Language }) {
  const caseWord = wordsOf(caseWords[language]);
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="mt-4 rounded-lg border border-warn-line bg-warn-soft px-4 py-3">
      <h2 id="warnings" className="text-[14px] text-warn">
        {caseWord('warnTitle')}
      </h2>
      <p className="mt-1 text-ink-2">{caseWord('warnHint')}</p>
      <ul className="mt-1 list-disc pl-5">
        {warnings.map(({ says, startLine, document }) => (
          <li key={`${document}:${startLine}:${says}`}>
            <Prose text={says} />
          </li>
        ))}
      </ul>
      <SeenIn evidence={warnings} linked language={language} />
    </section>
  );
}
