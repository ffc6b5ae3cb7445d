import type { Language } from '../../lib/diagnosis/sentence';
import type { HunkLine } from '../../lib/report/hunks';
import { EvidenceText } from './evidence-text';
import { findingWords } from './finding-words';

const looks: Readonly<Record<HunkLine['kind'], { sign: string; tone: string }>> = {
  kept: { sign: ' ', tone: '' },
  removed: { sign: '-', tone: 'diff-removed' },
  added: { sign: '+', tone: 'diff-added' },
};

/** The lines that a fix changes, with their numbers. */
export function ConfigDiff({ hunks, language }: { hunks: readonly (readonly HunkLine[])[]; language: Language }) {
  return (
    <div className="border-b border-line py-2">
      {hunks.map((hunk, index) => (
        <div key={index} className={index > 0 ? 'mt-1 border-t border-line pt-1' : ''}>
          {hunk.map((line, at) => (
            <div key={at} className={`diff-line ${looks[line.kind].tone}`}>
              <span className={line.kind === 'kept' ? 'text-ink-3' : ''}>{line.number}</span>
              <span aria-hidden="true">{looks[line.kind].sign}</span>
              <code>
                <span className="sr-only">{line.kind === 'kept' ? '' : findingWords[language][line.kind]}</span>
                <EvidenceText text={line.text.length > 2000 ? `${line.text.slice(0, 2000)} …` : line.text} />
              </code>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
