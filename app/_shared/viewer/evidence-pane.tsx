'use client';

import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { readAddress, writeAddress, type Address } from '../../../lib/report/addresses';
import { EvidenceText } from '../evidence-text';
import { useWords } from '../language';
import { lineId } from '../seen-in';
import type { ShownDocument, ShownEvidence } from './shown-document';
import { isTyping } from './is-typing';
import { useHash } from './use-hash';
import { viewerWords } from './words';

const DocumentView = lazy(() => import('./document-view'));

/** The address under which several logs are merged. */
const allLogs = '#log:*';

interface Props {
  readonly caseId: string;
  readonly attempt: number;
  readonly documents: readonly ShownDocument[];
  readonly evidence: readonly ShownEvidence[];
  /** Pictures that are drawn below the excerpts, as links. */
  readonly pictures: readonly { readonly id: string; readonly title: string }[];
  /** The excerpts and the pictures, from the server. */
  readonly children: ReactNode;
}

type View = { readonly kind: 'evidence' } | { readonly kind: 'all-logs' } | { readonly kind: 'document'; readonly name: string };

/** The right side of a case: excerpts around what was found, and each whole document in a viewer of its own. */
export function EvidencePane({ caseId, attempt, documents, evidence, pictures, children }: Props) {
  const word = useWords(viewerWords);
  const hash = useHash();
  const address = readAddress(hash, documents);
  const [last, setLast] = useState<{ view: View; hash: string }>({ view: { kind: 'evidence' }, hash: '' });
  const view = last.hash === hash ? last.view : viewOf(hash, address, last.view);
  if (last.hash !== hash) setLast({ view, hash });
  const isLine = address !== undefined;
  useFindingKeys(evidence, address);
  useEffect(() => {
    if (hash.startsWith('#finding-')) openAround(hash.slice(1));
    // What was hidden while a viewer was open could not be scrolled to.
    else if (view.kind === 'evidence' && hash.length > 1) document.getElementById(hash.slice(1))?.scrollIntoView({ block: isLine ? 'center' : 'start' });
  }, [hash, view.kind, isLine]);
  const logs = useMemo(() => documents.filter(({ form }) => form === 'log'), [documents]);
  const opened = view.kind === 'document' ? view.name : undefined;
  const one = useMemo(() => documents.filter(({ name }) => name === opened), [documents, opened]);
  const shown = view.kind === 'all-logs' ? logs : one;
  const current = (isCurrent: boolean) => ({ 'aria-current': isCurrent ? ('true' as const) : undefined, className: 'pane-tab touch' });
  return (
    <section aria-label={word('evidence')} className="pane">
      <nav aria-label={word('views')} className="pane-tabs">
        <a href="#evidence" {...current(view.kind === 'evidence')}>
          {word('evidence')} <span className="text-stop">{evidence.length === 0 ? '' : new Set(evidence.map((one) => `${one.document}:${one.startLine}`)).size}</span>
        </a>
        {documents.map((one) => (
          <a key={one.name} href={writeAddress({ document: one.name }, documents)} {...current(view.kind === 'document' && view.name === one.name)}>
            <EvidenceText text={one.name} />
          </a>
        ))}
        {logs.length > 1 ? (
          <a href={allLogs} {...current(view.kind === 'all-logs')}>
            {word('allLogs')}
          </a>
        ) : null}
        {pictures.map(({ id, title }) => (
          <a key={id} href={`#${id}`} className="pane-tab touch">
            {title}
          </a>
        ))}
      </nav>
      <div id="evidence" hidden={view.kind !== 'evidence'} className="pane-body" onClick={selectFinding}>
        {children}
      </div>
      {view.kind === 'evidence' ? null : (
        <div className="pane-viewer">
          <Suspense fallback={<p role="status" className="px-4 py-3 text-ink-3">{word('loading', { name: shown.map(({ name }) => name).join(', ') })}</p>}>
            <DocumentView caseId={caseId} attempt={attempt} documents={shown} shelf={documents} evidence={evidence} address={address} />
          </Suspense>
        </div>
      )}
      {evidence.length === 0 ? null : <p className="pane-keys hidden lg:block">{word('keys')}</p>}
    </section>
  );
}

/** A link to a line keeps the viewer that is open; a line outside the excerpts opens one; other links go to the excerpts. */
function viewOf(hash: string, address: Address | undefined, view: View): View {
  if (hash === allLogs) return { kind: 'all-logs' };
  if (hash === '' || hash.startsWith('#finding-')) return view;
  if (!address) return { kind: 'evidence' };
  const isBelow = address.lines && document.getElementById(lineId(address.document, address.lines.from)) !== null;
  if (address.excerpt && (view.kind === 'evidence' ? isBelow : view.kind === 'all-logs')) return view;
  return { kind: 'document', name: address.document };
}

/** n and p go through the places of evidence, in the order of the findings. */
function useFindingKeys(evidence: readonly ShownEvidence[], address: Address | undefined): void {
  const at = evidence.findIndex((one) => one.document === address?.document && one.startLine === address.lines?.from);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || evidence.length === 0 || (event.key !== 'n' && event.key !== 'p')) return;
      const next = evidence[at < 0 ? 0 : (at + (event.key === 'n' ? 1 : evidence.length - 1)) % evidence.length];
      if (next) location.hash = lineId(next.document, next.startLine);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [evidence, at]);
}

/** A click on a marked line of the excerpts goes to its finding; a selection of text does not. */
function selectFinding({ target }: React.MouseEvent): void {
  if (!(target instanceof Element) || target.closest('a, summary, button') || getSelection()?.isCollapsed === false) return;
  const finding = target.closest<HTMLElement>('[data-finding]')?.dataset.finding;
  if (finding) location.hash = `#finding-${finding}`;
}

/** Opens the folded parts around a finding, and brings it to where it can be seen. */
function openAround(id: string): void {
  const found = document.getElementById(id);
  for (let around = found?.closest('details'); around; around = around.parentElement?.closest('details')) around.open = true;
  found?.scrollIntoView({ block: 'nearest' });
}
