import type { Metadata } from 'next';
import Link from 'next/link';
import { wordsOf } from '../../lib/diagnosis/sentence';
import { pageLanguage } from '../_shared/page-language';
import { Differences } from './differences';
import { PickOther } from './pick-other';
import { readSide, type Side } from './side';
import { SideHead } from './side-head';
import type { SideToRead } from './use-comparison';
import { compareWords } from './words';

/** Says nothing of either case. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: compareWords[await pageLanguage()].title, robots: { index: false, follow: false } };
}

/** `?a=ID&b=ID`, each with `:2` for an attempt: works on node A, fails on node B. */
export default async function Page({ searchParams }: PageProps<'/compare'>) {
  const { a, b } = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);
  const language = await pageLanguage();
  const word = wordsOf(compareWords[language]);
  const [left, right] = [await readSide(one(a), language), await readSide(one(b), language)];
  return (
    <main id="content" className="mx-auto max-w-[1200px] px-4 py-8 sm:px-6">
      <h1 className="text-[25px]">{word('title')}</h1>
      <p className="mt-2 mb-5 max-w-[70ch] text-ink-2">{word('intro')}</p>
      <div className="grid items-start gap-4 md:grid-cols-2">
        {left ? <SideHead letter="a" side={left} language={language} /> : <PickOther a={one(b) ?? ''} attempts={[]} />}
        {right ? <SideHead letter="b" side={right} language={language} /> : left ? <PickOther a={one(a) ?? ''} attempts={typeof left === 'object' ? left.stored.attempts.map(({ number }) => number) : []} /> : null}
      </div>
      {isSide(left) && isSide(right) ? (
        <>
          <p className="mt-3">
            <Link href={`/compare?a=${right.id}:${right.attempt}&b=${left.id}:${left.attempt}`} prefetch={false} className="button">
              {word('swap')}
            </Link>
          </p>
          <noscript>
            <p className="mt-4 text-ink-2">{word('withoutScript')}</p>
          </noscript>
          <Differences key={`${left.id}:${left.attempt} ${right.id}:${right.attempt}`} a={toRead(left)} b={toRead(right)} pages={{ a: pageOf(left), b: pageOf(right) }} />
        </>
      ) : null}
    </main>
  );
}

function isSide(side: Side | string | undefined): side is Side {
  return typeof side === 'object';
}

function pageOf({ id, attempt, stored }: Side): string {
  return `/cases/${id}${attempt === stored.attempts.at(-1)?.number ? '' : `?attempt=${attempt}`}`;
}

/** What the browser needs of a side: where its documents are, and the causes with the lines they were seen on. */
function toRead({ id, attempt, report }: Side): SideToRead {
  const documents = report.documents.filter(({ refused }) => refused === undefined).map(({ name, kind }) => ({ name, kind }));
  return { id, attempt, documents, findings: report.findings };
}
