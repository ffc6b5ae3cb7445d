import Link from 'next/link';
import { fill, type Language } from '../../../lib/diagnosis/sentence';
import type { CauseDescription } from '../../../lib/report/reference';
import { Commands } from '../../_shared/commands';
import { Prose } from '../../_shared/prose';
import { referenceWords } from '../words';

type Neighbour = CauseDescription['neighbours'][number];

interface Props {
  readonly neighbours: readonly Neighbour[];
  readonly language: Language;
}

/** More neighbours than these stand behind a fold. */
const shownFirst = 5;

/** The causes that show the same failures: what proves each, and the evidence that decides. */
export function Neighbours({ neighbours, language }: Props) {
  const rest = neighbours.slice(shownFirst);
  return (
    <>
      <List neighbours={neighbours.slice(0, shownFirst)} language={language} />
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="touch py-1.5 font-medium text-accent">{fill(referenceWords[language].moreNeighbours, { count: rest.length })}</summary>
          <ul className="mt-1 space-y-1.5">
            {rest.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/causes/${id}`} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function List({ neighbours, language }: Props) {
  const words = referenceWords[language];
  return (
    <ul className="divide-y divide-line border-y border-line">
      {neighbours.map(({ id, name, shares, sure, decides }) => (
        <li key={id} className="grid gap-x-8 gap-y-2 py-3.5 md:grid-cols-2">
          <div>
            <Link href={`/causes/${id}`} prefetch={false} className="font-medium">
              {name}
            </Link>
            <p className="mt-1 text-[13px] text-ink-3">{fill(words.shows, { failures: shares.slice(0, 2).join(language === 'zh' ? '' : ' ') })}</p>
          </div>
          <div>
            <p className="text-ink-2">
              <Prose text={fill(words.itIsThat, { sure: lowered(sure) })} />
            </p>
            {decides.slice(0, 1).map(({ what, command }) => (
              <div key={command} className="mt-2">
                <p className="mb-1 text-[13px] text-ink-3">{what}</p>
                <Commands commands={[command]} label={words.copyCommand} />
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A sentence that goes on behind a colon; names that begin with two capitals or hold a dot keep theirs. */
function lowered(sentence: string): string {
  return /^[A-Z][a-z]*\s/.test(sentence) && !/^(?:Seccomp|Podman|Debian|Ubuntu|I)\s/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}
