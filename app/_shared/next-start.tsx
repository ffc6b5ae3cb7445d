import Link from 'next/link';
import type { NextIn } from '../../lib/diagnosis/report';
import type { Language } from '../../lib/diagnosis/sentence';
import { nextVerdict, nextWord } from '../../lib/report/next-lines';
import { reportWords } from '../../lib/report/words';
import { Commands } from './commands';
import { findingWords } from './finding-words';
import { Prose } from './prose';

/** What the patched config was found to lead to; faults that have a card of their own are not told twice. */
export function NextStart({ next, told, language }: { next: NextIn<string>; told: ReadonlySet<string>; language: Language }) {
  const words = reportWords[language];
  const met = next.findings.filter(({ cause }) => !told.has(cause));
  return (
    <>
      <p className="mb-2 text-ink-2">{nextVerdict(next, words)}</p>
      {met.length > 0 ? (
        <ul className="mb-3 space-y-2">
          {met.map((one) => (
            <li key={one.cause}>
              <strong className="font-semibold">
                <Prose text={one.title} />
              </strong>{' '}
              <span className={`tag ${one.confidence === 'certain' ? 'bg-stop-soft text-stop' : 'bg-warn-soft text-warn'}`}>{nextWord(one, words)}</span>{' '}
              <span className="text-ink-2">
                <Prose text={one.explanation} />
              </span>{' '}
              <Link href={`/causes/${one.cause}`}>{one.cause}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {next.asks.length > 0 ? (
        <>
          <p className="mb-1 text-ink-2">{words.nextAsks}</p>
          {next.asks.map(({ what, command }) => (
            <div key={command} className="mb-3">
              <p className="mb-1">
                <Prose text={what} />
              </p>
              <Commands commands={[command]} label={findingWords[language].copyCommand} />
            </div>
          ))}
        </>
      ) : null}
    </>
  );
}
