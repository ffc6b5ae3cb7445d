import { defaultKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting, unfoldEffect, foldedRanges } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { editorPhrases } from './editor-phrases';
import { evidenceMarks, markTarget, targetField } from './config-marks';
import type { ShownEvidence } from './shown-document';

interface Options {
  readonly kind: string;
  readonly label: string;
  readonly evidence: readonly ShownEvidence[];
  readonly onCursor: (offset: number) => void;
}

/** Keys in the host's colour and values in the container's would claim a side; they are told apart by weight and tone. */
const highlight = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--host)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--container)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
]);

/** Format characters and variation selectors, as lib/report/unseen.ts shows them; the editor knows the controls itself. */
const unseen = /[\p{Cf}\p{Zl}\p{Zp}\uFE00-\uFE0F]/gu;

function shownCode(code: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'unseen';
  mark.textContent = `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  return mark;
}

/** A read-only editor with the evidence marked; the cursor can be moved by keyboard, and no screen keyboard opens. */
export function configExtensions({ kind, label, evidence, onCursor }: Options): Extension {
  return [
    // The editor writes its styles when it is made; the policy of the page lets in those with its nonce.
    EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
    EditorState.readOnly.of(true),
    editorPhrases(),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', inputmode: 'none', tabindex: '0' }),
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    highlightSpecialChars({ addSpecialChars: unseen, render: shownCode }),
    syntaxHighlighting(highlight),
    ['pod', 'events', 'kubelet-config'].includes(kind) ? yaml() : ['toml', 'containerd-config'].includes(kind) ? [] : json(),
    search({ top: true }),
    keymap.of([...foldKeymap, ...searchKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    evidenceMarks(evidence),
    targetField,
    EditorView.updateListener.of(({ selectionSet, state }) => {
      if (selectionSet) onCursor(state.selection.main.head);
    }),
  ];
}

/** Selects and marks a stretch, opens the folds around it and brings it to the middle. */
export function selectStretch(view: EditorView, from: number, to: number): void {
  const folds: { from: number; to: number }[] = [];
  foldedRanges(view.state).between(from, to, (start, end) => void folds.push({ from: start, to: end }));
  view.dispatch({
    selection: { anchor: to, head: from },
    effects: [...folds.map((fold) => unfoldEffect.of(fold)), markTarget.of({ from, to }), EditorView.scrollIntoView(from, { y: 'center' })],
  });
}
