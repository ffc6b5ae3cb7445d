'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Example } from '../lib/examples';
import { givenText } from '../lib/browser/read-files';
import { sendableOf, type SendLimits } from '../lib/browser/sendable';
import { countMarks } from '../lib/redaction/hide';
import { refusalIn } from '../lib/report/refusals';
import { useLanguage, useWords } from './_shared/language';
import { lifetimes } from './_shared/lifetimes';
import { useSending } from './_shared/use-sending';
import { BoxFooter } from './box-footer';
import { EvidenceList } from './evidence-list';
import { Examples } from './examples';
import { Preview } from './preview';
import { keepOriginals } from '../lib/browser/originals';
import { saveCase } from './save-case';
import { useDiagnosis } from './use-diagnosis';
import { useEvidence } from './use-evidence';
import { useEvidenceAnywhere } from './use-evidence-anywhere';
import { useOnline } from './use-online';
import { landingWords } from './words';

const ReviewDialog = lazy(() => import('./_review/review-dialog'));

interface Props {
  readonly examples: readonly Example[];
  readonly limits: SendLimits;
  /** Stands below the box. */
  readonly children: ReactNode;
}

/** The one box: paste, drop or pick; the diagnosis stands beside it, and what would be sent is looked through before it is. */
export function DiagnoseForm({ examples, limits, children }: Props) {
  const landingWord = useWords(landingWords);
  const language = useLanguage();
  const evidence = useEvidence(limits.uploadBytes);
  const { given, texts, wrong } = evidence;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [lifetime, setLifetime] = useState(2_592_000);
  const [review, setReview] = useState<'never' | 'open' | 'closed'>('never');
  const [state, setState] = useState<{ saving: boolean; problem?: string }>({ saving: false });
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const online = useOnline();
  const sending = useSending();

  const { answer, current, working, failed } = useDiagnosis(texts, chosen);
  const sendable = useMemo(() => sendableOf(given, texts, current ? answer?.texts : undefined), [given, texts, current, answer]);
  const hidden = useMemo(() => countMarks(answer?.texts ?? []), [answer]);
  const dragging = useEvidenceAnywhere({ files: (files) => void evidence.take(files), text: evidence.paste });

  const lookThrough = () => {
    const nothing = texts.length === 0 && sendable.files.length === 0;
    setState(nothing ? { saving: false, problem: landingWord('nothing') } : { saving: false });
    if (!nothing) setReview('open');
  };
  const send = async (encrypted: boolean) => {
    setState({ saving: true });
    const saved = encrypted
      ? await (await import('./save-encrypted')).saveEncrypted(sending.send, sendable, String(lifetime), chosen, limits)
      : await saveCase(sending.send, sendable, String(lifetime), answer?.report);
    if ('opened' in saved) {
      keepOriginals(saved.opened, 1, texts);
      router.push(`/cases/${saved.opened}${saved.fragment ?? ''}`);
    }
    else setState({ saving: false, problem: saved.problem });
  };
  // Ctrl or ⌘ with Enter goes on from anywhere in the form.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      {dragging ? (
        <div role="status" className="drop-overlay">
          <strong className="text-[17px] font-semibold">{landingWord('dropHere')}</strong>
          <span className="text-ink-2">{landingWord('dropping')}</span>
        </div>
      ) : null}
      <div className="mt-8 grid items-start gap-5 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            lookThrough();
          }}
          method="post"
          action="/api/cases"
          encType="multipart/form-data"
          className="overflow-hidden rounded-lg border border-line-strong bg-sheet shadow-[0_8px_24px_-12px_rgb(0_0_0/.18)]"
        >
          <EvidenceList given={given} report={answer?.report} most={limits.uploadBytes} keepEnd={(one) => void evidence.keepEnd(one)} remove={evidence.remove} />
          <label htmlFor="evidence" className="sr-only">
            {landingWord('evidence')}
          </label>
          <textarea
            id="evidence"
            name="text"
            value={evidence.typed}
            onChange={(event) => evidence.type(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            placeholder={landingWord('placeholder')}
            className="block min-h-56 w-full resize-y bg-sheet px-4 py-3 font-mono text-[12.5px]/[20px] placeholder:text-ink-3"
          />
          {wrong === undefined ? null : (
            <p role="alert" className="border-t border-warn-line bg-warn-soft px-4 py-3 text-warn">
              {landingWord('notSent', { why: refusalIn(language, wrong) })}
            </p>
          )}
          <BoxFooter take={evidence.take} lifetime={lifetime} onLifetime={setLifetime} hidden={hidden} review={texts.length > 0 ? lookThrough : undefined} online={online} />
          {online ? null : <p role="status" className="border-t border-line px-4 py-3 text-ink-2">{landingWord('offline')}</p>}
          {state.problem && review !== 'open' ? (
            <p role="alert" className="border-t border-stop-line bg-stop-soft px-4 py-3 text-stop">
              {state.problem}
            </p>
          ) : null}
          <noscript>
            <p className="border-t border-line px-4 py-3 text-ink-2">{landingWord('withoutScript')}</p>
          </noscript>
        </form>
        <Preview answer={answer} working={working} />
      </div>
      {review === 'never' ? null : (
        <Suspense>
          <ReviewDialog
            open={review === 'open'}
            onOpenChange={(open) => {
              if (!open) sending.stop();
              setReview(open ? 'open' : 'closed');
            }}
            answer={answer}
            failed={failed}
            given={given}
            sendable={sendable}
            limits={limits}
            keptFor={landingWord(lifetimes.find(({ seconds }) => seconds === lifetime)?.word ?? 'month')}
            chosen={chosen}
            onChosen={setChosen}
            saving={state.saving}
            sending={sending}
            problem={state.problem}
            onSend={(encrypted) => void send(encrypted)}
          />
        </Suspense>
      )}
      {children}
      <Examples
        examples={examples}
        run={(example) => {
          evidence.replace(example.files.map(({ name, text }) => givenText(name, text)));
          document.querySelector('#evidence')?.scrollIntoView({ block: 'center' });
        }}
      />
    </>
  );
}
