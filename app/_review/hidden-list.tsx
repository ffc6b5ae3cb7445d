import type { Mark } from '../../lib/redaction/hide';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { reviewWords, type ReviewWord } from './words';

/** Places of one kind that are listed; the rest is a number. */
const mostPlaces = 6;

const order: readonly ReviewWord[] = ['key', 'password', 'token', 'jwt', 'cookie', 'env', 'hidden'];

interface Props {
  readonly marks: readonly Mark[];
  readonly chosen: readonly string[];
  readonly showAgain: (choice: string) => void;
  readonly show: (document: string, line: number) => void;
}

/** What is hidden: kinds with their counts, and the places of each as ways into the lines. */
export function HiddenList({ marks, chosen, showAgain, show }: Props) {
  const reviewWord = useWords(reviewWords);
  /** A mark that stood in the text already may be of a kind that nobody knows; it is shown by its own name. */
  const known = (kind: string) => {
    const one = order.find((name) => name === kind);
    return one && reviewWord(one);
  };
  if (marks.length === 0) return <p className="text-ink-2">{reviewWord('nothingHidden')}</p>;
  const kinds = [...new Set(marks.map(({ kind }) => kind))].toSorted((a, b) => place(a) - place(b));
  return (
    <ul className="space-y-4">
      {kinds.map((kind) => {
        const here = marks.filter((mark) => mark.kind === kind);
        return (
          <li key={kind}>
            <p className="flex items-baseline gap-3">
              <span className="font-medium">{known(kind) ?? kind}</span>
              <span className="ml-auto text-ink-3">{here.length}</span>
            </p>
            <ul className="mt-1 flex flex-wrap gap-1.5">
              {here.slice(0, mostPlaces).map(({ document, line, mark }, index) => (
                <li key={index}>
                  <button type="button" className="chip touch cursor-pointer text-left" aria-label={`${mark} ${reviewWord('lineOf', { line, document })}`} onClick={() => show(document, line)}>
                    <EvidenceText text={`${document}:${line}`} />
                  </button>
                </li>
              ))}
            </ul>
            {here.length > mostPlaces ? <p className="mt-1 text-[12.5px] text-ink-3">{reviewWord('morePlaces', { count: here.length - mostPlaces })}</p> : null}
            {kind === 'hidden' ? (
              <ul className="mt-2 space-y-1">
                {chosen.map((choice) => (
                  <li key={choice} className="flex items-center gap-2">
                    <code className="inline-code min-w-0 flex-1 truncate">
                      <EvidenceText text={choice} />
                    </code>
                    <button type="button" className="button" aria-label={reviewWord('showAgain', { what: choice })} onClick={() => showAgain(choice)}>
                      {reviewWord('showAgainShort')}
                    </button>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function place(kind: string): number {
  const at = order.findIndex((one) => one === kind);
  return at < 0 ? order.length : at;
}
