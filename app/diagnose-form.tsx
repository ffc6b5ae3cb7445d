'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Example } from '../lib/examples';
import { givenText, readFile, type Given } from '../lib/browser/read-files';
import { EvidenceList } from './evidence-list';
import { Examples } from './examples';
import { Preview } from './preview';
import { saveCase } from './save-case';
import { useDiagnosis } from './use-diagnosis';
import { useEvidenceAnywhere } from './use-evidence-anywhere';

const lifetimes = [
  [86_400, '1 day'],
  [604_800, '7 days'],
  [2_592_000, '30 days'],
  [7_776_000, '90 days'],
] as const;

/** The one box: paste, drop or pick; the diagnosis stands beside it before anything is sent. What is given as children stands below it. */
export function DiagnoseForm({ examples, children }: { examples: readonly Example[]; children: ReactNode }) {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<{ saving: boolean; problem?: string }>({ saving: false });
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();

  const texts = useMemo(
    () => [
      ...given.flatMap(({ name, text, refused }) => (text === undefined || refused ? [] : [{ name, text }])),
      ...(typed.trim() === '' ? [] : [{ name: 'pasted.txt', text: typed }]),
    ],
    [given, typed],
  );
  const { answer, working } = useDiagnosis(texts);
  const hidden = answer?.masks.reduce((sum, { count }) => sum + count, 0) ?? 0;

  const take = async (files: Iterable<File>) => {
    const read = await Promise.all([...files].map(readFile));
    setGiven((before) => [...before, ...read]);
  };
  const dragging = useEvidenceAnywhere({ files: (files) => void take(files), text: (text) => setTyped((before) => (before === '' ? text : `${before}\n${text}`)) });

  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (texts.length === 0 && given.every(({ refused }) => refused)) {
      setState({ saving: false, problem: 'There is nothing to save yet. Paste the output of the runtime, or drop files.' });
      return;
    }
    setState({ saving: true });
    const saved = await saveCase(given, typed, new FormData(form.current ?? undefined), answer?.report);
    if ('opened' in saved) router.push(`/cases/${saved.opened}`);
    else setState({ saving: false, problem: saved.problem });
  };
  // Ctrl or ⌘ with Enter saves from anywhere in the form.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <div className="mt-8 grid items-start gap-5 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <form
          ref={form}
          onSubmit={(event) => void save(event)}
          method="post"
          action="/api/cases"
          encType="multipart/form-data"
          className={`overflow-hidden rounded-lg border bg-sheet shadow-[0_8px_24px_-12px_rgb(0_0_0/.18)] ${dragging ? 'border-accent' : 'border-line-strong'}`}
        >
          <EvidenceList given={given} report={answer?.report} remove={(key) => setGiven((before) => before.filter((one) => one.key !== key))} />
          <label htmlFor="evidence" className="sr-only">
            Evidence: config.json, output of the runtime, listings
          </label>
          <textarea
            id="evidence"
            name="text"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            placeholder={dragging ? 'Drop them: config, logs, listings, an archive.' : 'Paste config.json, the error line, ls -ln, a whole shell session.\nOr drop files anywhere on this page.'}
            className="block min-h-56 w-full resize-y bg-sheet px-4 py-3 font-mono text-[12.5px]/[20px] placeholder:text-ink-3"
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunk px-4 py-3">
            <label className="button">
              Add files
              <input type="file" name="files" multiple className="sr-only" onChange={(event) => {
                  void take(event.target.files ?? []);
                  event.target.value = '';
                }} />
            </label>
            <label className="flex items-center gap-2 text-[13px] text-ink-2">
              Keep for
              <select name="expiresIn" defaultValue={2_592_000} className="touch min-h-8 rounded-md border border-line-strong bg-sheet px-2">
                {lifetimes.map(([seconds, label]) => (
                  <option key={seconds} value={seconds}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <span className="text-[13px] text-ink-2" role="status">
              {hidden > 0 ? `${hidden} ${hidden === 1 ? 'value is' : 'values are'} hidden before saving` : ''}
            </span>
            <button type="submit" className="button button-primary ml-auto" disabled={state.saving}>
              {state.saving ? 'Saving …' : 'Save and get a link'}
            </button>
          </div>
          {state.problem ? (
            <p role="alert" className="border-t border-stop-line bg-stop-soft px-4 py-3 text-stop">
              {state.problem}
            </p>
          ) : null}
        </form>
        <Preview answer={answer} working={working} />
      </div>
      {children}
      <Examples
        examples={examples}
        run={(example) => {
          setTyped('');
          setGiven(example.files.map(({ name, text }) => givenText(name, text)));
          document.querySelector('#evidence')?.scrollIntoView({ block: 'center' });
        }}
      />
    </>
  );
}
