import Link from 'next/link';
import type { Compared, Said } from '../../lib/report/compare/compare-evidence';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { lineId } from '../_shared/seen-in';
import { compareWords, rowName, topicWord } from './words';

interface Props {
  readonly rows: readonly Compared[];
  readonly caption: string;
  /** The pages of the two cases. */
  readonly pages: { readonly a: string; readonly b: string };
}

/** Facts of both sides beside each other; each value leads to its line, each cause to its page. */
export function ComparedTable({ rows, caption, pages }: Props) {
  const word = useWords(compareWords);
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="compared">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{word('what')}</th>
            <th scope="col">{word('a')}</th>
            <th scope="col">{word('b')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, fact, name, a, b, decides }) => (
            <tr key={`${fact} ${name}`}>
              <th scope="row">
                <span className="block text-[12px] text-ink-3">{word(topicWord(topic))}</span>
                <EvidenceText text={rowName(fact, name)} />
                {decides.length === 0 ? null : (
                  <span className="mt-0.5 block text-[12px] text-ink-3">
                    {decides.slice(0, 3).map((cause) => (
                      <Link key={cause} href={`/causes/${cause}`} prefetch={false} className="mr-2 inline-block">
                        {cause}
                      </Link>
                    ))}
                  </span>
                )}
              </th>
              <Cell said={a} page={pages.a} />
              <Cell said={b} page={pages.b} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ said, page }: { said: Said | 'absent' | 'untold'; page: string }) {
  const word = useWords(compareWords);
  if (typeof said === 'string') return <td className="text-ink-3">{word(said)}</td>;
  return (
    <td>
      <code>
        <EvidenceText text={said.value} />
      </code>{' '}
      <a href={`${page}#${lineId(said.document, said.line)}`} className="block text-[12px]">
        <EvidenceText text={`${said.document}:${said.line}`} />
      </a>
    </td>
  );
}
