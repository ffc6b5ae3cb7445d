import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { causeIds } from '../../../lib/diagnosis/cause-ids';
import { describeCause } from '../../../lib/report/reference';
import { pageLanguage } from '../../_shared/page-language';
import { Commands } from '../../_shared/commands';
import { FixCard } from '../../_shared/fix-card';
import { Prose } from '../../_shared/prose';
import { ExampleView } from './example-view';
import { Neighbours } from './neighbours';
import { Related } from './related';
import { Reply } from './reply';
import { YouSee } from './you-see';
import { referenceWords } from '../words';

export const dynamicParams = false;

export function generateStaticParams() {
  return causeIds.map((cause) => ({ cause }));
}

export async function generateMetadata({ params }: PageProps<'/causes/[cause]'>): Promise<Metadata> {
  const cause = describeCause((await params).cause, await pageLanguage());
  return cause ? { title: cause.name, description: cause.why.slice(0, 155) } : {};
}

export default async function Page({ params }: PageProps<'/causes/[cause]'>) {
  const language = await pageLanguage();
  const words = referenceWords[language];
  const cause = describeCause((await params).cause, language);
  if (!cause) notFound();
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
      <p className="text-[13px] text-ink-3">
        <Link href="/causes">{words.causes}</Link> · {cause.stepName} · {words[cause.effect]}
      </p>
      <h1 className="mt-2 max-w-[34ch] text-[25px]/[1.22]">{cause.name}</h1>
      <p className="mt-1">
        <code className="text-ink-3">{cause.id}</code>
      </p>
      <Section id="you-see" title={words.youSee}>
        <YouSee symptoms={cause.symptoms} messages={cause.messages} language={language} />
      </Section>
      <Section id="because" title={words.because}>
        <Text text={cause.why} />
      </Section>
      <Section id="sure" title={words.sureAndNot}>
        <dl className="grid max-w-[76ch] grid-cols-[84px_minmax(0,1fr)] gap-y-3 text-[15px]/[1.55] text-ink-2 sm:grid-cols-[110px_minmax(0,1fr)]">
          <dt className="font-medium text-stop">{words.sure}</dt>
          <dd>
            <Prose text={cause.sure} />
          </dd>
          <dt className="font-medium text-good">{words.not}</dt>
          <dd>
            <Prose text={cause.not} />
          </dd>
          <dt className="font-medium text-ink">{words.byHand}</dt>
          <dd>
            <Prose text={cause.tell} />
          </dd>
        </dl>
      </Section>
      {cause.neighbours.length > 0 ? (
        <Section id="neighbours" title={words.neighbours}>
          <Neighbours neighbours={cause.neighbours} language={language} />
        </Section>
      ) : null}
      <Section id="evidence" title={words.collect}>
        <p className="mb-3 text-ink-3">{words.collectLead}</p>
        <ul className="grid gap-3 md:grid-cols-2">
          {cause.collects.map(({ what, command }) => (
            <li key={command}>
              <p className="mb-1">{what}</p>
              <Commands commands={[command]} label={words.copyCommand} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="repairs" title={words.repairs}>
        <p className="max-w-[66ch] text-ink-2">{words.repairsLead}</p>
        {cause.fixes.map((fix) => (
          <FixCard key={fix.title} fix={fix} text={undefined} language={language} />
        ))}
      </Section>
      <Section id="examples" title={words.examples}>
        <ExampleView cause={cause.id} kind="bad" files={cause.examples.bad.files} language={language} />
        <ExampleView cause={cause.id} kind="good" files={cause.examples.good.files} language={language} />
      </Section>
      <Related related={cause.related} language={language} />
      <Section id="references" title={words.references}>
        <ul className="list-disc space-y-1 pl-5">
          {cause.references.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noopener noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="reply" title={words.reply}>
        <Reply text={cause.reply} path={`/causes/${cause.id}`} />
      </Section>
      <p className="mt-10 flex flex-wrap gap-3">
        <Link href="/" className="button button-primary">
          {words.diagnose}
        </Link>
        <Link href="/causes" className="button">
          {words.all}
        </Link>
      </p>
    </main>
  );
}

function Text({ text }: { text: string }) {
  return (
    <p className="max-w-[70ch] text-[15px]/[1.6] text-ink-2">
      <Prose text={text} />
    </p>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="mt-9" aria-labelledby={id}>
      <h2 id={id} className="section-title mb-2.5">
        {title}
      </h2>
      {children}
    </section>
  );
}
