import { wordsOf, type Language } from '../../../lib/diagnosis/sentence';
import type { CauseDescription } from '../../../lib/report/reference';
import { referenceWords } from '../words';

type Message = CauseDescription['messages'][number];

/** More messages than these of one symptom stand behind a fold. */
const shownFirst = 5;

/** What programs print, by symptom and program, with the versions that print it. */
export function YouSee({ symptoms, messages, language }: Pick<CauseDescription, 'symptoms' | 'messages'> & { readonly language: Language }) {
  const word = wordsOf(referenceWords[language]);
  const seen = symptoms.map((symptom) => ({ ...symptom, messages: messages.filter((message) => message.symptom === symptom.id) })).filter((symptom) => symptom.messages.length > 0);
  const common = seen.filter(({ howOften }, index) => howOften !== 'rarely' || index === 0);
  const rare = seen.filter((symptom) => !common.includes(symptom));
  return (
    <>
      <Symptoms symptoms={common} language={language} />
      {rare.length > 0 ? (
        <details className="mt-3">
          <summary className="touch py-1.5 font-medium text-accent">
            {rare.length === 1 ? word('rareOne') : word('rareMany', { count: rare.length })}
          </summary>
          <Symptoms symptoms={rare} language={language} />
        </details>
      ) : null}
    </>
  );
}

function Symptoms({ symptoms, language }: { symptoms: readonly (CauseDescription['symptoms'][number] & { readonly messages: readonly Message[] })[]; language: Language }) {
  const word = wordsOf(referenceWords[language]);
  return (
    <ul className="space-y-5">
      {symptoms.map(({ id, says, howOften, messages }) => (
        <li key={id}>
          <p>
            {says} <span className="text-ink-3">{word(`${howOften}Cause`)}</span>
          </p>
          <Messages messages={messages.slice(0, shownFirst)} language={language} />
          {messages.length > shownFirst ? (
            <details>
              <summary className="touch py-1 text-[13px] text-accent">{word('wordings', { count: messages.length - shownFirst })}</summary>
              <Messages messages={messages.slice(shownFirst)} language={language} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Messages({ messages, language }: { messages: readonly Message[]; language: Language }) {
  const words = referenceWords[language];
  return (
    <ul className="mt-1.5 divide-y divide-line border-y border-line bg-sheet">
      {messages.map(({ by, prints, versions, proves }, index) => (
        <li key={index} className="grid gap-x-3 px-3 py-1.5 sm:grid-cols-[88px_minmax(0,1fr)_auto]">
          <span className="text-[13px] text-ink-3">{by === 'any' ? words.programs : by}</span>
          <code>
            <Template text={prints} />
          </code>
          <span className="flex flex-wrap items-baseline gap-2 text-[12.5px] text-ink-3">
            {versions ? <code>{versions}</code> : null}
            {proves ? <span className="tag bg-stop-soft text-stop">{words.provesAlone}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Holes whose names tell nothing about what stands in them. */
const unnamed = /^\{(?:any|quoted|count)\d*\}$/;

/** A message with its holes set apart: what stands there differs from case to case. */
function Template({ text }: { text: string }) {
  return text.split(/(\{\w+\})/).map((piece, index) =>
    index % 2 === 1 ? (
      <var key={index} className="text-ink-3">
        {unnamed.test(piece) ? '…' : `‹${piece.slice(1, -1).replace(/\d+$/, '')}›`}
      </var>
    ) : (
      piece
    ),
  );
}
