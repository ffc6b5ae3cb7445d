import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { causeIds } from '../../../lib/diagnosis/cause-ids';
import { describeCause, type CauseDescription } from '../../../lib/report/reference';
import { Commands } from '../../_shared/commands';
import { FixCard } from '../../_shared/fix-card';
import { Prose } from '../../_shared/prose';

export const dynamicParams = false;

export function generateStaticParams() {
  return causeIds.map((cause) => ({ cause }));
}

export async function generateMetadata({ params }: PageProps<'/causes/[cause]'>): Promise<Metadata> {
  const cause = describeCause((await params).cause, 'en');
  return cause ? { title: cause.name, description: cause.why.slice(0, 155) } : {};
}

export default async function Page({ params }: PageProps<'/causes/[cause]'>) {
  const cause = describeCause((await params).cause, 'en');
  if (!cause) notFound();
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-10 sm:px-6">
      <p className="text-[13px] text-ink-3">
        <Link href="/causes">Causes</Link> · {cause.area} · <code>{cause.id}</code>
      </p>
      <h1 className="mt-2 text-[25px]/[1.22]">{cause.name}</h1>
      <Section title="Because">
        <p className="max-w-[66ch] text-[15px]/[1.6] text-ink-2">
          <Prose text={cause.why} />
        </p>
      </Section>
      <Section title="How to tell it from its neighbours">
        <p className="max-w-[66ch] text-[15px]/[1.6] text-ink-2">
          <Prose text={cause.tell} />
        </p>
      </Section>
      <Section title="You see">
        <Symptoms cause={cause} />
      </Section>
      <Section title="What decides it">
        <ul className="space-y-3">
          {cause.collects.map(({ what, command }) => (
            <li key={command}>
              <p className="mb-1">{what}</p>
              <Commands commands={[command]} label="Copy command" />
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Repairs">
        <p className="max-w-[66ch] text-ink-2">As they look without your evidence: in a diagnosis they are filled with your values.</p>
        {cause.fixes.map((fix) => (
          <FixCard key={fix.title} fix={fix} text={undefined} />
        ))}
      </Section>
      <Section title="References">
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
      <p className="mt-8">
        <Link href="/" className="button button-primary">
          Diagnose a case
        </Link>
      </p>
    </main>
  );
}

function Symptoms({ cause }: { cause: CauseDescription }) {
  return (
    <ul className="space-y-4">
      {cause.symptoms.map(({ id, says, howOften }) => {
        const messages = cause.messages.filter(({ symptom }) => symptom === id);
        return (
          <li key={id}>
            <p>
              {says} <span className="text-ink-3">{howOften} this cause</span>
            </p>
            <ul className="mt-1 space-y-1">
              {messages.slice(0, 6).map(({ by, prints, versions }) => (
                <li key={`${by} ${prints}`} className="flex gap-3">
                  <span className="w-20 shrink-0 text-ink-3">{by}</span>
                  <code className="min-w-0">
                    {prints} {versions ?? ''}
                  </code>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="section-title mb-2">{title}</h2>
      {children}
    </section>
  );
}
