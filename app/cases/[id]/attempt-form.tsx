'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useWords } from '../../_shared/language';
import { wordsHere } from '../../_shared/language-here';
import { SendingProgress } from '../../_shared/sending-progress';
import { shellWords } from '../../_shared/shell-words';
import { useSending, type Sending } from '../../_shared/use-sending';
import { caseWords } from './words';

interface Props {
  readonly caseId: string;
  readonly after: 'evidence' | 'fix';
}

/** Takes new output as the next attempt. Without JavaScript the form is sent as it is, and the server leads back to the case. */
export function AttemptForm({ caseId, after }: Props) {
  const caseWord = useWords(caseWords);
  const field = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState(0);
  const [dragging, setDragging] = useState(false);
  const [state, setState] = useState<{ sending: boolean; problem?: string }>({ sending: false });
  const router = useRouter();
  const sending = useSending();
  const isFix = after === 'fix';

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const isEmpty = String(form.get('text') ?? '').trim() === '' && chosen === 0;
    if (isEmpty) return setState({ sending: false, problem: caseWord('nothingGiven') });
    setState({ sending: true });
    const sent = await sendAttempt(sending.send, caseId, form);
    if ('problem' in sent) return setState({ sending: false, problem: sent.problem });
    router.push(`/cases/${caseId}?attempt=${sent.number}`);
    router.refresh();
  };

  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setDragging(false);
    if (!picker.current || event.dataTransfer.files.length === 0) return;
    picker.current.files = event.dataTransfer.files;
    setChosen(event.dataTransfer.files.length);
  };

  return (
    <form
      action={`/api/cases/${caseId}/attempts`}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => void send(event)}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={drop}
      className={`mt-2 overflow-hidden rounded-lg border bg-sheet ${dragging ? 'border-accent' : 'border-line-strong'}`}
    >
      <input type="hidden" name="after" value={after} />
      <label htmlFor={field} className="sr-only">
        {caseWord(isFix ? 'appliedLabel' : 'answerLabel')}
      </label>
      <textarea
        id={field}
        name="text"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        placeholder={caseWord('placeholder')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
        className="block w-full resize-y bg-sheet px-3 py-2 font-mono text-[12.5px]/[20px] placeholder:text-ink-3"
      />
      <div className="flex flex-wrap items-center gap-2 border-t border-line bg-sunk px-3 py-2">
        <label className="button focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
          {caseWord('pickFiles')}
          <input ref={picker} type="file" name="files" multiple className="sr-only" onChange={(event) => setChosen(event.target.files?.length ?? 0)} />
        </label>
        <span role="status" className="text-[13px] text-ink-2">
          {chosen === 0 ? '' : chosen === 1 ? caseWord('oneChosen') : caseWord('chosen', { count: chosen })}
        </span>
        <button type="submit" className="button button-primary ml-auto" disabled={state.sending}>
          {state.sending ? caseWord('sending') : caseWord(isFix ? 'appliedSend' : 'answerSend')}
        </button>
      </div>
      <div className="px-3">
        <SendingProgress sending={sending} />
      </div>
      {state.problem === undefined ? null : (
        <p role="alert" className="border-t border-stop-line bg-stop-soft px-3 py-2 text-stop">
          {state.problem}
        </p>
      )}
    </form>
  );
}

/** The number of the attempt that was added, or why there is none. */
async function sendAttempt(send: Sending['send'], caseId: string, form: FormData): Promise<{ readonly number: number } | { readonly problem: string }> {
  const caseWord = wordsHere(caseWords);
  const answer = await send(`/api/cases/${caseId}/attempts`, form);
  if (answer === 'stopped') return { problem: wordsHere(shellWords)('stopped') };
  if (!answer) return { problem: caseWord('notSent', { why: caseWord('unreachable') }) };
  const body = answer.body as { number?: number; detail?: string };
  if (answer.ok && body.number !== undefined) return { number: body.number };
  return { problem: caseWord('notSent', { why: body.detail ?? caseWord('answered', { status: answer.status }) }) };
}
