import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { json } from '@codemirror/lang-json';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { editorPhrases } from '../../_shared/viewer/editor-phrases';

export type Layout = 'unified' | 'side-by-side';

interface Shown {
  readonly before: string;
  readonly after: string;
  readonly layout: Layout;
  readonly parent: HTMLElement;
  readonly labels: { readonly before: string; readonly after: string };
}

/** Shows two versions of a config, read-only, what is the same folded away; gives back what takes it down. */
export function showMerge({ before, after, layout, parent, labels }: Shown): () => void {
  const collapseUnchanged = { margin: 3, minSize: 6 };
  if (layout === 'unified') {
    const view = new EditorView({
      parent,
      doc: after,
      extensions: [extensions(labels.after), unifiedMergeView({ original: before, mergeControls: false, gutter: true, collapseUnchanged })],
    });
    return () => view.destroy();
  }
  const view = new MergeView({
    parent,
    a: { doc: before, extensions: extensions(labels.before) },
    b: { doc: after, extensions: extensions(labels.after) },
    gutter: true,
    collapseUnchanged,
  });
  return () => view.destroy();
}

function extensions(label: string): Extension {
  return [
    // The editor writes its styles when it is made; the policy of the page lets in those with its nonce.
    EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
    EditorState.readOnly.of(true),
    editorPhrases(),
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', inputmode: 'none', tabindex: '0' }),
    lineNumbers(),
    json(),
    EditorView.lineWrapping,
  ];
}
