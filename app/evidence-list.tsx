import type { RenderedReport } from '../lib/diagnosis/report';
import { keptEnd, type Given } from '../lib/browser/read-files';
import { refusalIn } from '../lib/report/refusals';
import { EvidenceText } from './_shared/evidence-text';
import { useLanguage, useWords } from './_shared/language';
import { landingWords } from './words';

interface Props {
  readonly given: readonly Given[];
  readonly report: RenderedReport | undefined;
  /** What one case may have, in bytes. */
  readonly most: number;
  readonly remove: (key: number) => void;
  readonly keepEnd: (given: Given) => void;
}

/** The files in the box, each with what it was recognised as, or why it is not read. */
export function EvidenceList({ given, report, most, remove, keepEnd }: Props) {
  const landingWord = useWords(landingWords);
  const language = useLanguage();
  const kinds = new Map(report?.documents.map((entry) => [entry.name, entry]));
  const limit = mebibytes(keptEnd(most));
  return (
    <ul>
      {given.map((one) => {
        const { key, name, text, blob, refused, tooLarge, read } = one;
        const entry = kinds.get(name);
        const said = read !== undefined ? landingWord('excerpting', { read: mebibytes(read), size: mebibytes(blob.size) }) : text === undefined ? landingWord('archive') : entry ? landingWord('kind', { kind: entry.kind, lines: entry.lines }) : landingWord('reading');
        const why = read !== undefined ? undefined : blob.size > most ? landingWord('tooLarge', { size: mebibytes(blob.size), limit: mebibytes(most) }) : refused && refusalIn(language, refused);
        return (
          <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
            <span className={`min-w-0 flex-1 ${why === undefined ? 'truncate' : 'basis-56'}`}>
              <span className="font-mono text-[12.5px] font-medium">
                <EvidenceText text={name} />
              </span>{' '}
              <span className={why === undefined ? 'text-ink-3' : 'text-warn'}>{why === undefined ? said : landingWord('notSent', { why })}</span>
            </span>
            {tooLarge && read === undefined ? (
              <button type="button" className="button" onClick={() => keepEnd(one)} aria-label={landingWord('keepEndOf', { limit, name })}>
                {landingWord('keepEnd', { limit })}
              </button>
            ) : null}
            <button type="button" className="button" onClick={() => remove(key)} aria-label={landingWord('removeOne', { name })}>
              {landingWord('remove')}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');
}
