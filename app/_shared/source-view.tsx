import { fill, wordsOf, type Language } from '../../lib/diagnosis/sentence';
import { Annotation } from './annotation';
import { sourceParts, type ShownEvidence, type SourceLine, type Sparse } from '../../lib/report/source-windows';
import { LineText } from './line-text';
import { lineId } from './seen-in';
import { viewerWords } from './viewer/words';

/** More folded lines than this are not sent with the page; a viewer shows the whole document. */
const longestFold = 60;

interface Props {
  readonly name: string;
  readonly source: string | Sparse;
  readonly evidence: readonly ShownEvidence[];
  readonly language: Language;
  /** Where lines that are not sent with the page are shown; without it all of them are sent. */
  readonly whole?: (line: number) => string;
}

/** A document with its evidence annotated under the line, as a compiler does it; each line has an address. */
export function SourceView({ name, source, evidence, language, whole }: Props) {
  const word = wordsOf(viewerWords[language]);
  return (
    <div className="py-1.5">
      {sourceParts(source, evidence).map((part, index) => {
        if (part.kind === 'lines') return part.lines.map((line) => <Line key={line.number} name={name} line={line} finding={findingOn(evidence, line.number)} language={language} />);
        const label = part.count === 1 ? word('oneLine') : word('lines', { count: part.count });
        if (whole && (part.count > longestFold || part.lines.length === 0)) {
          return (
            <a key={index} href={whole(part.from)} className="fold-link">
              {label}
            </a>
          );
        }
        return (
          <details key={index} className="fold">
            <summary>{label}</summary>
            {part.lines.map((line) => (
              <Line key={line.number} name={name} line={line} finding={undefined} language={language} />
            ))}
          </details>
        );
      })}
    </div>
  );
}

function findingOn(evidence: readonly ShownEvidence[], line: number): string | undefined {
  return evidence.find(({ startLine, endLine, finding }) => finding !== undefined && startLine <= line && line <= endLine)?.finding;
}

function Line({ name, line, finding, language }: { name: string; line: SourceLine; finding: string | undefined; language: Language }) {
  const id = lineId(name, line.number);
  const marked = line.marks.length > 0;
  return (
    <>
      <div id={id} className={`source-line ${marked ? 'source-line-marked' : ''}`} data-finding={marked ? finding : undefined}>
        <a href={`#${id}`} aria-label={fill(viewerWords[language].line, { number: line.number })}>
          {line.number}
        </a>
        <code>
          <LineText text={line.text} marks={line.marks} />
        </code>
      </div>
      {line.says.map((sentence) => (
        <Annotation key={sentence} says={sentence} finding={finding} show={viewerWords[language].selectedOnLeft} />
      ))}
    </>
  );
}
