import { Prose } from './prose';

interface Props {
  readonly says: string;
  readonly finding: string | undefined;
  /** What the way to the finding is called. */
  readonly show: string;
}

/** What was observed, written under its line, with the way to the finding that it speaks for. */
export function Annotation({ says, finding, show }: Props) {
  return (
    <p className="annotation">
      <Prose text={says} />
      {finding === undefined ? null : (
        <a className="ml-2 text-[12px]" href={`#finding-${finding}`}>
          {show}
        </a>
      )}
    </p>
  );
}
