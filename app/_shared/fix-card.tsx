import type { FixIn } from '../../lib/diagnosis/report';
import type { Language } from '../../lib/diagnosis/sentence';
import { hunksOf } from '../../lib/report/hunks';
import { reportWords } from '../../lib/report/words';
import { Commands } from './commands';
import { ConfigDiff } from './config-diff';
import { CopyButton } from './copy-button';
import { findingWords } from './finding-words';
import { Prose } from './prose';

const tones: Readonly<Record<FixIn<string>['risk'], string>> = { safe: 'bg-good-soft text-good', review: 'bg-warn-soft text-warn', destructive: 'bg-stop-soft text-stop' };

interface Props {
  readonly fix: FixIn<string>;
  /** The document that it changes, where there is one. */
  readonly text: string | undefined;
  readonly language: Language;
  readonly corrected?: React.ReactNode;
}

/** One repair: what it changes, what it costs, how to verify and how to undo it. */
export function FixCard({ fix, text, language, corrected }: Props) {
  const [words, said] = [findingWords[language], reportWords[language]];
  // Commands that all stand among the checks change nothing.
  const onlyReads = fix.commands.every((command) => fix.verify.includes(command));
  const hunks = text === undefined ? [] : hunksOf(text, fix);
  return (
    <article className="mt-4 overflow-hidden rounded-lg border border-line-strong bg-sheet">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3">
        <h3 className="text-[15px]">
          <Prose text={fix.title} />
        </h3>
        <span className={`tag ${tones[fix.risk]}`}>{said[fix.risk]}</span>
        {fix.lowersIsolation ? <span className="tag bg-stop-soft text-stop">{said.lowersIsolation}</span> : null}
        {fix.patch.length > 0 ? (
          <span className="ml-auto">
            <CopyButton text={JSON.stringify(fix.patch, undefined, 2)} label={words.copyPatch} />
          </span>
        ) : null}
      </header>
      {hunks.length > 0 ? <ConfigDiff hunks={hunks} language={language} /> : null}
      {hunks.length === 0 && fix.patch.length > 0 ? (
        <pre className="border-b border-line bg-sunk px-4 py-2 whitespace-pre-wrap">
          <code>{JSON.stringify(fix.patch, undefined, 2)}</code>
        </pre>
      ) : null}
      {hunks.length > 0 ? corrected : null}
      <dl className="grid gap-y-1 px-4 py-3 text-[13.5px] sm:grid-cols-[84px_minmax(0,1fr)] sm:gap-y-2.5">
        {fix.commands.length > 0 ? (
          <Row name={words.run}>
            <p className="mb-1 font-medium text-warn">{onlyReads ? words.runReads : words.runHint}</p>
            <Commands commands={fix.commands} label={words.copyCommand} />
          </Row>
        ) : null}
        <Row name={words.costs}>
          <Prose text={fix.costs} />
        </Row>
        <Row name={words.verify}>
          <p className="mb-1 text-ink-3">{words.readsOnly}</p>
          <Commands commands={fix.verify} label={words.copyCheck} />
        </Row>
        {fix.undo.length > 0 ? (
          <Row name={words.undo}>
            <ul className="space-y-1">
              {fix.undo.map((one, index) => (
                <li key={index}>{one.startsWith('# ') ? <Prose text={one.slice(2)} /> : <Commands commands={[one]} label={words.copyUndo} />}</li>
              ))}
            </ul>
          </Row>
        ) : null}
        {fix.notes.length > 0 ? (
          <Row name={words.note}>
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
      <dd className="mb-2 min-w-0 last:mb-0 sm:mb-0">{children}</dd>
    </>
  );
}
