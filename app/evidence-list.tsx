import type { RenderedReport } from '../lib/diagnosis/report';
import type { Given } from '../lib/browser/read-files';
import { EvidenceText } from './_shared/evidence-text';

interface Props {
  readonly given: readonly Given[];
  readonly report: RenderedReport | undefined;
  readonly remove: (key: number) => void;
}

/** The files in the box, each with what it was recognised as, or why it is not read. */
export function EvidenceList({ given, report, remove }: Props) {
  const kinds = new Map(report?.documents.map((entry) => [entry.name, entry]));
  return (
    <ul>
      {given.map(({ key, name, text, refused }) => {
        const entry = kinds.get(name);
        const said = text === undefined ? 'an archive, opened on the server' : entry ? `${entry.kind} · ${entry.lines} lines` : 'reading …';
        return (
          <li key={key} className="flex items-center gap-3 border-b border-line px-4 py-1.5">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-mono text-[12.5px] font-medium">
                <EvidenceText text={name} />
              </span>{' '}
              <span className={refused ? 'whitespace-normal text-warn' : 'text-ink-3'}>{refused ? `not sent: ${refused}` : said}</span>
            </span>
            <button type="button" className="button" onClick={() => remove(key)} aria-label={`Remove ${name}`}>
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}
