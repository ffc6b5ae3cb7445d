import type { EvidenceIn } from '../../lib/diagnosis/report';
import { sourceParts, type SourceLine } from '../../lib/report/source-windows';
import { EvidenceText } from './evidence-text';
import { Prose } from './prose';
import { lineId } from './seen-in';

/** More folded lines than this are not sent with the page; the whole document can be downloaded. */
const longestFold = 400;

interface Props {
  readonly name: string;
  readonly text: string;
  readonly evidence: readonly EvidenceIn<string>[];
}

/** A document with its evidence annotated under the line, as a compiler does it; each line has an address. */
export function SourceView({ name, text, evidence }: Props) {
  return (
    <div className="py-1.5">
      {sourceParts(text, evidence).map((part, index) => {
        if (part.kind === 'lines') return part.lines.map((line) => <Line key={line.number} name={name} line={line} />);
        return (
          <details key={index} className="fold">
            <summary>{part.lines.length} lines</summary>
            {part.lines.slice(0, longestFold).map((line) => (
              <Line key={line.number} name={name} line={line} />
            ))}
            {part.lines.length > longestFold ? (
              <p className="px-4 py-1 pl-[52px] text-ink-3">{part.lines.length - longestFold} lines more: download the document to see them.</p>
            ) : null}
          </details>
        );
      })}
    </div>
  );
}

function Line({ name, line }: { name: string; line: SourceLine }) {
  const id = lineId(name, line.number);
  const marked = line.marks.length > 0;
  return (
    <>
      <div id={id} className={`source-line ${marked ? 'source-line-marked' : ''}`}>
        <a href={`#${id}`} aria-label={`Line ${line.number}`}>
          {line.number}
        </a>
        <code>
          <Marked line={line} />
        </code>
      </div>
      {line.says.map((sentence) => (
        <p key={sentence} className="annotation">
          <Prose text={sentence} />
        </p>
      ))}
    </>
  );
}

/** A line longer than this is cut around its first mark: a browser lays out a megabyte of one line slowly. */
const longestLine = 4000;

function Marked({ line: { text, marks } }: { line: SourceLine }) {
  const first = marks[0]?.start ?? 0;
  const from = text.length > longestLine ? Math.max(0, first - 200) : 0;
  const to = Math.min(text.length, from + longestLine);
  const pieces: React.ReactNode[] = [];
  let at = from;
  for (const { start, end } of marks) {
    if (start >= to) break;
    pieces.push(<EvidenceText key={`t${at}`} text={text.slice(at, start)} />);
    pieces.push(
      <mark key={start}>
        <EvidenceText text={text.slice(start, Math.min(end, to))} />
      </mark>,
    );
    at = Math.min(end, to);
  }
  return (
    <>
      {from > 0 ? '… ' : ''}
      {pieces}
      <EvidenceText text={text.slice(at, to)} />
      {to < text.length ? ' …' : ''}
    </>
  );
}
