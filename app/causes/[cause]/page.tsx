import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { causeIds } from '../../../lib/diagnosis/cause-ids';
import { describeCause } from '../../../lib/report/reference';
import { Commands } from '../../_shared/commands';
import { FixCard } from '../../_shared/fix-card';
import { Prose } from '../../_shared/prose';
import { ExampleView } from './example-view';
import { Neighbours } from './neighbours';
import { Related } from './related';
import { Reply } from './reply';
import { YouSee } from './you-see';

export const dynamicParams = false;

export function generateStaticParams() {
  return causeIds.map((cause) => ({ cause }));
}

export async function generateMetadata({ params }: PageProps<'/causes/[cause]'>): Promise<Metadata> {
  const cause = describeCause((await params).cause, 'en');
  return cause ? { title: cause.name, description: cause.why.slice(0, 155) } : {};
}

const effects = { stops: 'stops the start', voids: 'starts without what was asked for', weakens: 'weakens the isolation' } as const;

export default async function Page({ params }: PageProps<'/causes/[cause]'>) {
  const cause = describeCause((await params).cause, 'en');
  if (!cause) notFound();
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
      <p className="text-[13px] text-ink-3">
        <Link href="/causes">Causes</Link> · {cause.stepName} · {effects[cause.effect]}
      </p>
      <h1 className="mt-2 max-w-[34ch] text-[25px]/[1.22]">{cause.name}</h1>
      <p className="mt-1">
        <code className="text-ink-3">{cause.id}</code>
      </p>
      <Section id="you-see" title="You see">
        <YouSee symptoms={cause.symptoms} messages={cause.messages} />
      </Section>
      <Section id="because" title="Because">
        <Text text={cause.why} />
      </Section>
      <Section id="sure" title="Sure when, and when not">
        <dl className="grid max-w-[76ch] grid-cols-[84px_minmax(0,1fr)] gap-y-3 text-[15px]/[1.55] text-ink-2 sm:grid-cols-[110px_minmax(0,1fr)]">
          <dt className="font-medium text-stop">Sure when</dt>
          <dd>
            <Prose text={cause.sure} />
          </dd>
          <dt className="font-medium text-good">Not when</dt>
          <dd>
            <Prose text={cause.not} />
          </dd>
          <dt className="font-medium text-ink">By hand</dt>
          <dd>
            <Prose text={cause.tell} />
          </dd>
        </dl>
      </Section>
      {cause.neighbours.length > 0 ? (
        <Section id="neighbours" title="Its neighbours, and what decides">
          <Neighbours neighbours={cause.neighbours} />
        </Section>
      ) : null}
      <Section id="evidence" title="Evidence to collect">
        <p className="mb-3 text-ink-3">These commands only read. Paste what they print beside the error.</p>
        <ul className="grid gap-3 md:grid-cols-2">
          {cause.collects.map(({ what, command }) => (
            <li key={command}>
              <p className="mb-1">{what}</p>
              <Commands commands={[command]} label="Copy command" />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="repairs" title="Repairs">
        <p className="max-w-[66ch] text-ink-2">As they look without your evidence: in a diagnosis they are filled with your values. The best stands first.</p>
        {cause.fixes.map((fix) => (
          <FixCard key={fix.title} fix={fix} text={undefined} />
        ))}
      </Section>
      <Section id="examples" title="A bad and a good example">
        <ExampleView cause={cause.id} kind="bad" files={cause.examples.bad.files} />
        <ExampleView cause={cause.id} kind="good" files={cause.examples.good.files} />
      </Section>
      <Related related={cause.related} />
      <Section id="references" title="References">
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
      <Section id="reply" title="Reply on an issue">
        <Reply text={cause.reply} path={`/causes/${cause.id}`} />
      </Section>
      <p className="mt-10 flex flex-wrap gap-3">
        <Link href="/" className="button button-primary">
          Diagnose a case
        </Link>
        <Link href="/causes" className="button">
          All causes
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
