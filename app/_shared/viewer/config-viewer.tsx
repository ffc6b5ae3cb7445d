'use client';

import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { writeAddress, type Address } from '../../../lib/report/addresses';
import { placeAt, placeOfPointer, placesOf } from '../../../lib/report/pointers';
import { useWords } from '../language';
import { configExtensions, selectStretch } from './config-editor';
import { CopyLinkButton } from './copy-link-button';
import type { ShownDocument, ShownEvidence } from './shown-document';
import { isTyping } from './is-typing';
import { linkTo, replaceHash } from './use-hash';
import { viewerWords } from './words';

interface Props {
  readonly document: { readonly name: string; readonly text: string };
  readonly kind: string;
  readonly shelf: readonly ShownDocument[];
  readonly evidence: readonly ShownEvidence[];
  readonly address: Address | undefined;
}

/** A whole config in a read-only editor: marks with their sentences, folds, and the pointer of what the cursor is in. */
export default function ConfigViewer({ document: shown, kind, shelf, evidence, address }: Props) {
  const word = useWords(viewerWords);
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const [pointer, setPointer] = useState('');
  const places = useMemo(() => placesOf(shown.name, shown.text), [shown]);

  useEffect(() => {
    if (!holder.current) return undefined;
    const made = new EditorView({
      doc: shown.text,
      parent: holder.current,
      extensions: configExtensions({ kind, label: word('textOf', { name: shown.name }), evidence, onCursor: (offset) => setPointer(placeAt(places, offset)?.pointer ?? '') }),
    });
    view.current = made;
    return () => made.destroy();
  }, [shown, kind, evidence, places, word]);

  const from = address?.document === shown.name ? address.lines?.from : undefined;
  const to = address?.lines?.to;
  const wanted = address?.document === shown.name ? address.pointer : undefined;
  const first = evidence[0]?.startLine;
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const lineAt = (line: number) => editor.state.doc.line(Math.min(Math.max(1, line), editor.state.doc.lines));
    const place = wanted === undefined ? undefined : placeOfPointer(places, wanted);
    if (place) selectStretch(editor, place.start, place.end);
    else if (from !== undefined) selectStretch(editor, lineAt(from).from, lineAt(to ?? from).to);
    else if (first !== undefined) editor.dispatch({ effects: EditorView.scrollIntoView(lineAt(first).from, { y: 'center' }) });
  }, [wanted, from, to, first, places]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.key !== '/' || !view.current) return;
      event.preventDefault();
      openSearchPanel(view.current);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const link = writeAddress({ document: shown.name, pointer }, shelf);
  return (
    <>
      <div role="toolbar" aria-label={shown.name} className="viewer-tools">
        <a
          href={pointer === '' ? writeAddress({ document: shown.name }, shelf) : link}
          className="min-w-0 flex-1 truncate font-mono text-[12.5px]"
          onClick={(event) => {
            event.preventDefault();
            if (pointer !== '') replaceHash(link);
          }}
        >
          {pointer === '' ? word('atRoot') : pointer}
        </a>
        <button type="button" className="button" onClick={() => view.current && openSearchPanel(view.current)}>
          {word('search')} /
        </button>
        <CopyLinkButton label={word('copyLinkConfig')} link={() => linkTo(pointer === '' ? writeAddress({ document: shown.name }, shelf) : link)} />
      </div>
      <div ref={holder} className="config-editor" />
    </>
  );
}
