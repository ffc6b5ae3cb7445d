'use client';

import { useEffect, useState } from 'react';
import { hashAt } from '../../lib/report/addresses';
import { still } from '../../lib/report/still';
import { CopyButton } from '../_shared/copy-button';
import { Dialog } from '../_shared/dialog';
import { useWords } from '../_shared/language';
import { SaveLink } from '../_shared/save-link';
import type { ExportTexts } from './export-button';
import { exportWords } from './words';

const forms = ['markdown', 'handOver', 'reply'] as const;
type Form = (typeof forms)[number];

const copies = { markdown: 'copyMarkdown', handOver: 'copyHandOver', reply: 'copyReply' } as const;

type Fetched = { readonly text: string } | { readonly why: string } | undefined;

interface Props extends ExportTexts {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Markdown, hand-over and reply, each as it will be copied; downloads and print. */
export default function ExportDialog({ open, onOpenChange, id, attempt, handOver, reply, named, made }: Props) {
  const word = useWords(exportWords);
  const [form, setForm] = useState<Form>('markdown');
  const [withLink, setWithLink] = useState(false);
  const fetched = useMarkdown(`/api/cases/${id}/report.md?attempt=${attempt}`, open && !made);
  const markdown = made ? still(made.markdown).trimEnd() : fetched && 'text' in fetched ? fetched.text : undefined;
  const link = withLink ? `${location.origin}/cases/${id}${hashAt('', location.hash)}` : word('noLink');
  const text = form === 'markdown' ? markdown : (form === 'handOver' ? handOver : reply).replace('{link}', link);
  const name = `case-${id.slice(0, 6)}`;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={word('title')} intro={word('intro')} close={word('close')} size="wide">
      <div role="group" aria-label={word('forms')} className="flex flex-wrap gap-2 border-b border-line px-4 py-3 sm:px-5">
        {forms.map((one) => (
          <button key={one} type="button" className="button viewer-toggle" aria-pressed={form === one} onClick={() => setForm(one)}>
            {word(one === 'reply' && !named ? 'bugReport' : one)}
          </button>
        ))}
      </div>
      <div className="min-h-0 flex-1 overflow-auto bg-sheet" tabIndex={0} role="region" aria-label={word(form === 'reply' && !named ? 'bugReport' : form)}>
        {text === undefined ? (
          <p role="status" className="px-5 py-4 text-ink-3">
            {fetched && 'why' in fetched ? word('failed', { why: fetched.why }) : word('reading')}
          </p>
        ) : (
          <pre className="px-4 py-3 whitespace-pre-wrap sm:px-5">
            <code>{text}</code>
          </pre>
        )}
      </div>
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunk px-4 py-3 sm:px-5">
        {form === 'markdown' ? null : (
          <label className="touch inline-flex items-center gap-2 text-[13px] text-ink-2">
            <input type="checkbox" checked={withLink} onChange={(event) => setWithLink(event.target.checked)} className="size-4 accent-accent" />
            {word('withLink')}
          </label>
        )}
        <span className="flex flex-wrap items-center gap-2 text-[13px] text-ink-2">
          {word('download')}
          <Download label="Markdown" name={`${name}.md`} text={made?.markdown} href={`/api/cases/${id}/report.md?attempt=${attempt}`} />
          <Download label="JSON" name={`${name}.json`} text={made?.json} href={`/api/cases/${id}/report.json?attempt=${attempt}`} />
        </span>
        <button
          type="button"
          className="button"
          onClick={() => {
            onOpenChange(false);
            // The sheet is gone from the page when the next frame is drawn.
            requestAnimationFrame(() => print());
          }}
        >
          {word('print')}
        </button>
        <span className="ml-auto">{text === undefined ? null : <CopyButton text={text} label={word(copies[form])} />}</span>
      </footer>
    </Dialog>
  );
}

/** A file of the server, or a text that is here. */
function Download({ label, name, text, href }: { label: string; name: string; text: string | undefined; href: string }) {
  if (text === undefined) {
    return (
      <a className="touch inline-flex items-center" href={href} download={name}>
        {label}
      </a>
    );
  }
  return <SaveLink label={label} name={name} text={text} className="touch inline-flex items-center" />;
}

/** The Markdown as the server makes it, fetched once the dialog is open. */
function useMarkdown(address: string, open: boolean): Fetched {
  const [fetched, setFetched] = useState<Fetched>();
  useEffect(() => {
    if (!open) return undefined;
    const leave = new AbortController();
    fetch(address, { signal: leave.signal })
      .then(async (answer) => setFetched(answer.ok ? { text: still(await answer.text()).trimEnd() } : { why: `${answer.status}` }))
      .catch((error: unknown) => leave.signal.aborted || setFetched({ why: error instanceof Error ? error.message : String(error) }));
    return () => leave.abort();
  }, [address, open]);
  return fetched;
}
