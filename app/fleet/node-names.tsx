import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { fleetWords } from './words';

/** So many names stand in a row; the others are folded. */
const shown = 8;

/** Names of nodes; a long list is folded behind its first ones. */
export function NodeNames({ names }: { names: readonly string[] }) {
  const word = useWords(fleetWords);
  const list = (some: readonly string[]) => (
    <code>
      <EvidenceText text={some.join(' ')} />
    </code>
  );
  if (names.length <= shown) return list(names);
  return (
    <>
      {list(names.slice(0, shown))}
      <details className="inline-block pl-2 text-[12.5px] open:block open:pl-0">
        <summary className="touch text-accent">{word('more', { count: names.length - shown })}</summary>
        {list(names.slice(shown))}
      </details>
    </>
  );
}
