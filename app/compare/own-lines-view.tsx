import type { OwnLines } from '../../lib/report/compare/compare-lines';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { lineId } from '../_shared/seen-in';
import { compareWords } from './words';

/** The lines that one side has and the other has not. */
export function OwnLinesView({ side, lines, page }: { side: 'a' | 'b'; lines: OwnLines; page: string }) {
  const word = useWords(compareWords);
  return (
    <section aria-label={word('onlyIn', { side: word(side), count: lines.count })} className="min-w-0">
      <h3 className="text-[13px]">{word('onlyIn', { side: word(side), count: lines.count })}</h3>
      {lines.count === 0 ? <p className="text-ink-3">{word('noLines')}</p> : null}
      <ul className="mt-1 space-y-1">
        {lines.shown.map(({ document, line, text, severe }) => (
          <li key={`${document}:${line}`} className={`border-l-2 pl-2 ${severe ? 'border-stop' : 'border-line'}`}>
            <a href={`${page}#${lineId(document, line)}`} className="text-[12px]">
              <EvidenceText text={`${document}:${line}`} />
            </a>
            <code className="block whitespace-pre-wrap">
              <EvidenceText text={text.length > 600 ? `${text.slice(0, 600)} …` : text} />
            </code>
          </li>
        ))}
      </ul>
      {lines.count > lines.shown.length ? <p className="mt-1 text-[12.5px] text-ink-3">{word('moreLines', { count: lines.count - lines.shown.length })}</p> : null}
    </section>
  );
}
