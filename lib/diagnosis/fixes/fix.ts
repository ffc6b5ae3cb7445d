import { sayFrom } from '../sentence';
import type { Fix, Risk, Sentence } from '../report';
import { positionAt, type Span } from '../documents/document';
import { generalWords } from '../general-words';
import { readPatched } from './read-patched';
import { hasPlaceholder, type Command } from './sh';
import { takesIsolation } from './lowers-isolation';
import { hasBlank, isOfShownConfig, withoutMasks, type Patch } from './patch';

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
  /** Read-only. Of a patched config every place that is patched is read, whatever stands here. */
  readonly verify?: readonly Command[];
  readonly lowersIsolation?: boolean;
  /** The host IDs of the patch are those of an outer container, so 0 is its root and not the host's. */
  readonly ofOuterContainer?: true;
  readonly notes?: readonly Sentence[];
}

/**
 * Makes a fix. A placeholder in a command or a patched value forces the risk `review`, a mask becomes such a
 * placeholder, and what takes isolation away is marked whether or not its author thought of it. For a config that an
 * engine shows there is no patch, and a note says where the change belongs.
 */
export function fix(plan: Plan): Fix {
  const { edits = [], commands = [] } = plan;
  const planned = (plan.patch ?? []).map((one) => ({ ...one, operation: withoutMasks(one.operation) }));
  const [shown] = planned.filter(isOfShownConfig);
  const given = planned.filter((one) => !isOfShownConfig(one));
  const patch = given.map(({ operation }) => operation);
  const reads = readPatched(patch);
  const verify = [...reads, ...(plan.verify ?? []).filter((command) => reads.length === 0 || !command.startsWith('jq .'))];
  const undone = plan.undo.filter((one) => typeof one === 'string');
  const incomplete = [...commands, ...verify, ...undone].some(hasPlaceholder) || hasBlank(patch);
  const changed = given[0]?.document ?? edits[0]?.span.document;
  return {
    title: plan.title,
    risk: incomplete && plan.risk === 'safe' ? 'review' : plan.risk,
    ...(changed ? { document: changed.name } : {}),
    patch,
    edits: edits.map(({ span, text }) => {
      const start = positionAt(span.document, span.start);
      const end = positionAt(span.document, span.end);
      return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column, text };
    }),
    commands: [...commands],
    undo: plan.undo.map((one) => (typeof one === 'string' ? say('command', { command: one }) : say('byHand', { what: one }))),
    verify,
    lowersIsolation: plan.lowersIsolation === true || takesIsolation(planned.map(({ operation }) => operation), commands, plan.ofOuterContainer ?? false),
    costs: plan.costs,
    notes: [...(plan.notes ?? []), ...(shown ? [say('shownConfig', { pointer: shown.operation.path, document: shown.document.name })] : []), ...(incomplete ? [say('placeholder')] : [])],
  };
}
