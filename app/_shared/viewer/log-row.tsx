import { readableJson } from '../../../lib/report/readable-json';
import type { Stretch } from '../../../lib/report/line-pieces';
import { readLine, severityOf } from '../../../lib/report/severity';
import { marksOn } from '../../../lib/report/source-windows';
import { useWords } from '../language';
import { LineText } from '../line-text';
import { Annotation } from '../annotation';
import type { ShownEvidence } from './shown-document';
import { viewerWords } from './words';

interface Props {
  /** Undefined until it has come. */
  readonly text: string | undefined;
  readonly number: number;
  /** The link to the line. */
  readonly href: string;
  /** The log, where several are merged. */
  readonly log: string | undefined;
  readonly evidence: readonly ShownEvidence[];
  readonly selected: boolean;
  readonly readable: boolean;
  readonly query: string;
  readonly onNumber: (event: React.MouseEvent) => void;
}

const letters = { none: '', debug: 'D', info: 'I', warning: 'W', error: 'E', fatal: 'F' } as const;

/** One line of a log: its number, how severe it is, what it says, and under it what was observed. */
export function LogRow({ text: known, number, href, log, evidence, selected, readable, query, onNumber }: Props) {
  const word = useWords(viewerWords);
  const text = known ?? '';
  const { marks, says } = marksOn(text, number, evidence);
  const severity = severityOf(readLine(text.slice(0, 2048)));
  const said = readable && marks.length === 0 ? readableJson(text) : undefined;
  const finding = evidence.find((one) => one.finding !== undefined)?.finding;
  return (
    <>
      <div className={`source-line log-line ${marks.length > 0 ? 'source-line-marked' : ''} ${selected ? 'source-line-selected' : ''}`} data-finding={finding}>
        <a href={href} aria-label={word('line', { number })} onClick={onNumber}>
          {number}
        </a>
        <span className={`severity-${severity}`} title={severity === 'none' ? undefined : word(severity)}>
          <span aria-hidden="true">{letters[severity]}</span>
          <span className="sr-only">{severity === 'none' ? '' : word(severity)}</span>
        </span>
        <code aria-busy={known === undefined}>
          {known === undefined ? <span className="text-ink-3">…</span> : null}
          {log === undefined ? null : <span className="text-ink-3">{log} </span>}
          {said ? (
            <>
              <span className="text-ink-3">
                <LineText text={said.time} marks={[]} />{' '}
              </span>
              <LineText text={said.said} marks={[]} found={foundIn(said.said, query)} />{' '}
              <span className="text-ink-3">
                <LineText text={said.rest} marks={[]} found={foundIn(said.rest, query)} />
              </span>
            </>
          ) : (
            <LineText text={text} marks={marks} found={foundIn(text, query)} />
          )}
        </code>
      </div>
      {says.map((sentence) => (
        <Annotation key={sentence} says={sentence} finding={finding} show={word('selectedOnLeft')} />
      ))}
    </>
  );
}

/** Where a text holds what is searched for; a line as long as a file is not searched to its end. */
function foundIn(text: string, query: string): Stretch[] {
  if (query === '') return [];
  const [hay, needle] = [text.slice(0, 20_000).toLowerCase(), query.toLowerCase()];
  const found: Stretch[] = [];
  for (let at = hay.indexOf(needle); at >= 0 && found.length < 100; at = hay.indexOf(needle, at + needle.length)) found.push({ start: at, end: at + needle.length });
  return found;
}
