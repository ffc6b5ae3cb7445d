import type { ReactNode } from 'react';
import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import type { FixIn, RenderedReport } from '../../../lib/diagnosis/report';
import { isComplete } from '../../../lib/report/is-complete';
import { jqLine } from '../../../lib/report/jq-line';
import { FindingHead } from '../../_shared/finding-head';
import { FixCard } from '../../_shared/fix-card';
import { Ladder } from '../../_shared/ladder';
import { More } from '../../_shared/more';
import { SeenIn } from '../../_shared/seen-in';
import { Warnings } from '../../_shared/warnings';
import { CorrectedConfig } from './corrected-config';
import { caseWords } from './words';

interface Props {
  readonly id: string;
  readonly attempt: number;
  readonly report: RenderedReport;
  /** Documents that are at hand whole, by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Where what the commands print is given. */
  readonly answer: ReactNode;
}

/** The Report of an attempt: the cause, how far the start got, the repair, and all else; the same on the server and where an encrypted case is opened. */
export function CaseReport({ id, attempt, report, texts, language, answer }: Props) {
  const root = report.findings.find(({ role }) => role === 'root-cause');
  const textOf = (name: string | undefined) => (name === undefined ? undefined : texts.get(name));
  const correctedOf = ({ document, patch, edits }: FixIn<string>) => {
    const text = textOf(document);
    if (document === undefined || text === undefined || !isComplete({ patch, edits })) return null;
    return <CorrectedConfig caseId={id} attempt={attempt} document={document} change={{ patch, edits }} jq={jqLine(text, patch)} />;
  };
  return (
    <>
      <FindingHead report={report} language={language} />
      {root ? <SeenIn evidence={root.evidence} linked language={language} /> : null}
      <Ladder report={report} language={language} />
      <Warnings report={report} linked language={language} />
      {root && root.fixes.length > 0 ? (
        <section aria-labelledby="repair" className="mt-7">
          <h2 id="repair" className="sr-only">
            {wordsOf(caseWords[language])('repair')}
          </h2>
          {root.fixes.map((fix) => (
            <FixCard key={fix.title} fix={fix} text={textOf(fix.document)} language={language} corrected={correctedOf(fix)} />
          ))}
        </section>
      ) : null}
      <More report={report} texts={texts} linked language={language} answer={answer} />
    </>
  );
}
