import { sayFrom } from '../sentence';
import type { Fix, Risk, Sentence } from '../report';
import { positionAt, type Span } from '../documents/document';
import { generalWords } from '../general-words';
import { hasPlaceholder, type Command } from './sh';
import { hasBlank, type Patch } from './patch';

const say = sayFrom<typeof generalWords.en>('general');

interface Plan {
  readonly title: Sentence;
  readonly risk: Risk;
  readonly costs: Sentence;
  /** Changes of the config, each built from a fact's span by `replace`, `remove`, `append` or `setMember`. */
  readonly patch?: readonly Patch[];
  /** Text edits, where the document cannot be parsed. */
  readonly edits?: readonly { readonly span: Span; readonly text: string }[];
  readonly commands?: readonly Command[];
  /** Commands, or a sentence (printed as a shell comment, harmless to paste) where putting a value back is all. */
  readonly undo: readonly (Command | Sentence)[];
  /** Read-only. */
  readonly verify: readonly Command[];
  readonly lowersIsolation?: boolean;
  readonly notes?: readonly Sentence[];
}

/** Makes a fix; a placeholder in a command or a patched value forces the risk `review`. */
export function fix(plan: Plan): Fix {
  const { patch = [], edits = [], commands = [] } = plan;
  const incomplete = commands.some(hasPlaceholder) || hasBlank(patch.map(({ operation }) => operation));
  const changed = patch[0]?.document ?? edits[0]?.span.document;
  return {
    title: plan.title,
    risk: incomplete && plan.risk === 'safe' ? 'review' : plan.risk,
    ...(changed ? { document: changed.name } : {}),
    patch: patch.map((one) => one.operation),
    edits: edits.map(({ span, text }) => {
      const start = positionAt(span.document, span.start);
      const end = positionAt(span.document, span.end);
      return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, text };
    }),
    commands: [...commands],
    undo: plan.undo.map((one) => (typeof one === 'string' ? say('command', { command: one }) : say('byHand', { what: one }))),
    verify: [...plan.verify],
    lowersIsolation: plan.lowersIsolation ?? false,
    costs: plan.costs,
    notes: [...(plan.notes ?? []), ...(incomplete ? [say('placeholder')] : [])],
  };
}
