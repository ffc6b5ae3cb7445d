import { EditorState, RangeSetBuilder, StateEffect, StateField, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, gutter, GutterMarker, WidgetType, type DecorationSet } from '@codemirror/view';
import type { ShownEvidence } from './shown-document';
import { wordsHere } from '../language-here';
import { viewerWords } from './words';

/** What was observed, under its line; the same words and looks as in the excerpts. */
class Annotation extends WidgetType {
  constructor(
    readonly says: string,
    readonly finding: string | undefined,
  ) {
    super();
  }

  override eq(other: Annotation): boolean {
    return other.says === this.says && other.finding === this.finding;
  }

  override toDOM(): HTMLElement {
    // The editor measures a widget without its margins: they stand inside of a box that has none.
    const outer = document.createElement('div');
    outer.className = 'annotation-room';
    const box = outer.appendChild(document.createElement('div'));
    box.className = 'annotation';
    this.says.split('`').forEach((part, index) => {
      const piece = document.createElement(index % 2 === 1 ? 'code' : 'span');
      if (index % 2 === 1) piece.className = 'inline-code';
      piece.textContent = part;
      box.append(piece);
    });
    if (this.finding === undefined) return outer;
    const link = document.createElement('a');
    link.href = `#finding-${this.finding}`;
    link.className = 'ml-2 text-[12px]';
    link.textContent = wordsHere(viewerWords)('selectedOnLeft');
    box.append(link);
    return outer;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

class Dot extends GutterMarker {
  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = 'evidence-dot';
    dot.textContent = '●';
    return dot;
  }
}
const dot = new Dot();

/** Marks the stretch that a link names. */
export const markTarget = StateEffect.define<{ readonly from: number; readonly to: number }>();

/** The mark of the stretch that a link names; it stays when the cursor goes elsewhere. */
export const targetField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { effects }) => {
    const next = effects.find((effect) => effect.is(markTarget))?.value;
    return next && next.from < next.to ? Decoration.set(Decoration.mark({ class: 'target-mark' }).range(next.from, next.to)) : marks;
  },
  provide: (from) => EditorView.decorations.from(from),
});

/** Underlines evidence, marks its lines and their gutter, and writes what was observed under them. */
export function evidenceMarks(evidence: readonly ShownEvidence[]): Extension {
  const field = StateField.define<DecorationSet>({
    create: (state) => Decoration.set(evidence.flatMap((one) => rangesOf(one, state)), true),
    // The document never changes.
    update: (marks) => marks,
    provide: (from) => EditorView.decorations.from(from),
  });
  const lines = new Map(evidence.map((one) => [one.startLine, one.finding]));
  return [
    field,
    gutter({
      class: 'evidence-gutter',
      markers: ({ state }) => {
        const builder = new RangeSetBuilder<GutterMarker>();
        for (const line of [...lines.keys()].toSorted((a, b) => a - b)) {
          if (line <= state.doc.lines) builder.add(state.doc.line(line).from, state.doc.line(line).from, dot);
        }
        return builder.finish();
      },
    }),
    EditorView.domEventHandlers({
      click: (event, view) => {
        if (!(event.target instanceof Element) || !event.target.closest('.source-line-marked') || !view.state.selection.main.empty) return;
        const finding = lines.get(view.state.doc.lineAt(view.posAtDOM(event.target)).number);
        if (finding !== undefined) location.hash = `#finding-${finding}`;
      },
    }),
  ];
}

function rangesOf({ startLine, startColumn, endLine, endColumn, says, finding }: ShownEvidence, { doc }: EditorState): Range<Decoration>[] {
  if (endLine > doc.lines) return [];
  const [first, last] = [doc.line(startLine), doc.line(endLine)];
  const from = Math.min(first.from + startColumn - 1, first.to);
  const to = Math.min(last.from + endColumn - 1, last.to);
  return [
    Decoration.line({ class: 'source-line-marked' }).range(first.from),
    ...(from < to ? [Decoration.mark({ class: 'evidence-mark' }).range(from, to)] : []),
    Decoration.widget({ widget: new Annotation(says, finding), block: true, side: 1 }).range(first.to),
  ];
}
