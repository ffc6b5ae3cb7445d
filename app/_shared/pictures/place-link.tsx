import type { Place } from '../../../lib/diagnosis/pictures/picture';
import { EvidenceText } from '../evidence-text';
import { lineId } from '../seen-in';

/** The line that a number of a picture was read from. */
export function PlaceLink({ at: { document, line } }: { at: Place }) {
  return (
    <a href={`#${lineId(document, line)}`}>
      <EvidenceText text={`${document}:${line}`} />
    </a>
  );
}
