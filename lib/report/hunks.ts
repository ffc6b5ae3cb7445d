import { applyEdits, patchText, type Change } from '../diagnosis/apply-fix';

export interface HunkLine {
  /** From 1; of the old text for kept and removed lines, of the new one for added lines. */
  readonly number: number;
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Lines of context around a change. */
const context = 2;

/** What a fix changes in its document, one hunk for each operation; empty where it does not apply to this text. */
export function hunksOf(text: string, { patch, edits }: Change): HunkLine[][] {
  const hunks: HunkLine[][] = [];
  let current = text;
  const step = (next: string | undefined) => {
    if (next === undefined || next === current) return;
    hunks.push(hunkOf(current, next));
    current = next;
  };
  for (const operation of patch) step(patchText(current, [operation]));
  for (const edit of edits.toReversed()) step(applyEdits(current, [edit]));
  return hunks;
}

function hunkOf(before: string, after: string): HunkLine[] {
  const old = before.split(/\r\n|\n|\r/);
  const now = after.split(/\r\n|\n|\r/);
  let top = 0;
  while (top < old.length && top < now.length && old[top] === now[top]) top++;
  let bottom = 0;
  while (bottom < old.length - top && bottom < now.length - top && old[old.length - 1 - bottom] === now[now.length - 1 - bottom]) bottom++;
  const lines = (from: number, to: number, of: readonly string[], kind: HunkLine['kind']): HunkLine[] =>
    of.slice(Math.max(0, from), to).map((text, index) => ({ number: Math.max(0, from) + index + 1, kind, text }));
  const end = old.length - bottom;
  return [
    ...lines(top - context, top, old, 'kept'),
    ...lines(top, end, old, 'removed'),
    ...lines(top, now.length - bottom, now, 'added'),
    ...lines(end, end + context, old, 'kept'),
  ];
}
