import type { FixIn } from '../../lib/diagnosis/report';
import { hunksOf } from '../../lib/report/hunks';
import { Commands } from './commands';
import { ConfigDiff } from './config-diff';
import { CopyButton } from './copy-button';
import { Prose } from './prose';

const risks: Readonly<Record<FixIn<string>['risk'], { label: string; tone: string }>> = {
  safe: { label: 'safe', tone: 'bg-good-soft text-good' },
  review: { label: 'review first', tone: 'bg-warn-soft text-warn' },
  destructive: { label: 'destructive', tone: 'bg-stop-soft text-stop' },
};

/** One repair: what it changes, what it costs, how to verify and how to undo it. */
export function FixCard({ fix, text, corrected }: { fix: FixIn<string>; text: string | undefined; corrected?: React.ReactNode }) {
  const hunks = text === undefined ? [] : hunksOf(text, fix);
  const { label, tone } = risks[fix.risk];
  return (
    <article className="mt-4 overflow-hidden rounded-lg border border-line-strong bg-sheet">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
        <h3 className="text-[15px]">
          <Prose text={fix.title} />
        </h3>
        <span className={`tag ${tone}`}>{label}</span>
        {fix.lowersIsolation ? <span className="tag bg-stop-soft text-stop">lowers isolation</span> : null}
        {fix.patch.length > 0 ? (
          <span className="ml-auto">
            <CopyButton text={JSON.stringify(fix.patch, undefined, 2)} label="Copy patch" />
          </span>
        ) : null}
      </header>
      {hunks.length > 0 ? <ConfigDiff hunks={hunks} /> : null}
      {hunks.length === 0 && fix.patch.length > 0 ? (
        <pre className="border-b border-line bg-sunk px-4 py-2 whitespace-pre-wrap">
          <code>{JSON.stringify(fix.patch, undefined, 2)}</code>
        </pre>
      ) : null}
      {hunks.length > 0 ? corrected : null}
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-y-2.5 px-4 py-3 text-[13.5px] sm:grid-cols-[84px_minmax(0,1fr)]">
        {fix.commands.length > 0 ? (
          <Row name="Run">
            <p className="mb-1 font-medium text-warn">As root on the host. What is not a look changes the host or its files.</p>
            <Commands commands={fix.commands} label="Copy command" />
          </Row>
        ) : null}
        <Row name="Costs">
          <Prose text={fix.costs} />
        </Row>
        <Row name="Verify">
          <p className="mb-1 text-ink-3">Reads only.</p>
          <Commands commands={fix.verify} label="Copy check" />
        </Row>
        {fix.undo.length > 0 ? (
          <Row name="Undo">
            <ul className="space-y-1">
              {fix.undo.map((one, index) => (
                <li key={index}>{one.startsWith('# ') ? <Prose text={one.slice(2)} /> : <Commands commands={[one]} label="Copy undo" />}</li>
              ))}
            </ul>
          </Row>
        ) : null}
        {fix.notes.length > 0 ? (
          <Row name="Note">
            {fix.notes.map((note) => (
              <p key={note}>
                <Prose text={note} />
              </p>
            ))}
          </Row>
        ) : null}
      </dl>
    </article>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
