'use client';

import { useMemo, useRef, useState } from 'react';
import type { Answer } from '../../lib/browser/diagnose-worker';
import type { Given } from '../../lib/browser/read-files';
import { sizeOf, type SendLimits, type Sendable } from '../../lib/browser/sendable';
import { marksIn } from '../../lib/redaction/hide';
import { Dialog } from '../_shared/dialog';
import { EvidenceText } from '../_shared/evidence-text';
import { useWords } from '../_shared/language';
import { Prose } from '../_shared/prose';
import { SendingProgress } from '../_shared/sending-progress';
import type { Sending } from '../_shared/use-sending';
import { EncryptChoice } from './encrypt-choice';
import { HiddenList } from './hidden-list';
import { HideMore } from './hide-more';
import { MaskedLines } from './masked-lines';
import { SendingNotes } from './sending-notes';
import { reviewWords } from './words';

interface Props {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Of the texts as they are now; undefined while they are looked through, or where there are none. */
  readonly answer: Answer | undefined;
  readonly failed: boolean;
  readonly given: readonly Given[];
  readonly sendable: Sendable;
  readonly limits: SendLimits;
  /** How long it is kept, in words. */
  readonly keptFor: string;
  readonly chosen: readonly string[];
  readonly onChosen: (chosen: readonly string[]) => void;
  readonly saving: boolean;
  readonly sending: Sending;
  readonly problem: string | undefined;
  readonly onSend: (encrypted: boolean) => void;
}

/** What will be hidden and what will be sent, before anything is: kinds, places and counts beside the lines themselves. */
export default function ReviewDialog({ open, onOpenChange, answer, failed, given, sendable, limits, keptFor, chosen, onChosen, saving, sending, problem, onSend }: Props) {
  const reviewWord = useWords(reviewWords);
  const send = useRef<HTMLButtonElement>(null);
  const [encrypted, setEncrypted] = useState(false);
  const [selected, setSelected] = useState('');
  const texts = useMemo(() => answer?.texts ?? [], [answer]);
  const marks = useMemo(() => marksIn(texts), [texts]);
  const [place, setPlace] = useState<{ document: string; line: number }>();
  const first = marks[0] ?? { document: texts[0]?.name ?? '', line: 1 };
  const shown = texts.find(({ name }) => name === (place ?? first).document) ?? texts[0];
  const waiting = !failed && sendable.waiting;
  const tooMuch = sizeOf(sendable) > limits.uploadBytes || sendable.files.length > limits.documents;
  const [before, setBefore] = useState<string>();
  const now = causeOf(answer) ?? reviewWord('noCause');
  const hide = (choices: readonly string[]) => {
    setBefore((known) => known ?? now);
    onChosen([...new Set([...chosen, ...choices])]);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={reviewWord('title')} intro={reviewWord('intro')} close={reviewWord('back')} first={send} size="wide">
      <div className="grid min-h-0 flex-1 grid-rows-[auto_minmax(200px,1fr)] overflow-y-auto md:grid-cols-[300px_minmax(0,1fr)] md:grid-rows-1 md:overflow-hidden">
        <div className="space-y-4 border-b border-line px-4 py-4 sm:px-5 md:overflow-y-auto md:border-r md:border-b-0">
          {failed ? <p role="alert" className="text-stop">{reviewWord('failed')}</p> : waiting ? <p role="status">{reviewWord('working')}</p> : null}
          <HiddenList marks={marks} chosen={chosen} showAgain={(choice) => onChosen(chosen.filter((one) => one !== choice))} show={(document, line) => setPlace({ document, line })} />
          {marks.some(({ kind }) => kind !== 'hidden') ? <p className="text-[12.5px] text-ink-3">{reviewWord('alwaysHidden')}</p> : null}
          {before !== undefined && chosen.length > 0 && !waiting && before !== now ? (
            <p role="status" className="rounded border border-warn-line bg-warn-soft px-3 py-2 text-[13px] text-warn">
              <Prose text={reviewWord('changed', { now, before })} />
            </p>
          ) : null}
        </div>
        <div className="flex min-h-0 min-w-0 flex-col">
          <div className="border-b border-line px-4 py-3">
            <HideMore selected={selected} onSelected={setSelected} texts={texts} hide={hide} />
            <ul aria-label={reviewWord('document')} className="mt-1 flex flex-wrap gap-x-1">
              {texts.map(({ name }) => (
                <li key={name}>
                  <button type="button" aria-current={name === shown?.name || undefined} className="pane-tab touch cursor-pointer" onClick={() => setPlace({ document: name, line: marks.find((mark) => mark.document === name)?.line ?? 1 })}>
                    <EvidenceText text={name} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
          {shown ? <MaskedLines key={shown.name} document={shown} line={(place ?? first).line} onSelect={setSelected} /> : null}
        </div>
      </div>
      <footer className="flex flex-wrap items-end gap-x-5 gap-y-3 border-t border-line bg-sunk px-4 py-3 sm:px-5">
        <SendingNotes given={given} sendable={sendable} limits={limits} keptFor={keptFor} encrypted={encrypted} />
        <EncryptChoice encrypted={encrypted} onEncrypted={setEncrypted} />
        <SendingProgress sending={sending} />
        {problem === undefined ? null : (
          <p role="alert" className="basis-full text-stop">
            {problem}
          </p>
        )}
        <button ref={send} type="button" className="button button-primary ml-auto" disabled={failed || tooMuch || saving} aria-disabled={waiting} onClick={() => (waiting ? undefined : onSend(encrypted))}>
          {reviewWord(saving ? 'sending' : 'send')}
        </button>
      </footer>
    </Dialog>
  );
}

function causeOf(answer: Answer | undefined): string | undefined {
  const root = answer?.report.findings.find(({ role }) => role === 'root-cause');
  return root && `\`${root.cause}\``;
}
