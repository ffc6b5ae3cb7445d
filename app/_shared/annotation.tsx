import { Prose } from './prose';
import { word } from './viewer/words';

/** What was observed, written under its line, with the way to the finding that it speaks for. */
export function Annotation({ says, finding }: { says: string; finding: string | undefined }) {
  return (
    <p className="annotation">
      <Prose text={says} />
      {finding === undefined ? null : (
        <a className="ml-2 text-[12px]" href={`#finding-${finding}`}>
          {word('selectedOnLeft')}
        </a>
      )}
    </p>
  );
}
