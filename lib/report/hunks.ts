import { applyPatch } from '../diagnosis/fixes/apply-patch';
import type { FixIn } from '../diagnosis/report';

export interface HunkLine {
  /** From 1; of the old text for kept and removed lines, of the new one for added lines. */
  readonly number: number;
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Lines of context around a change. */
const context = 2;

/** What a fix changes in its document, one hunk for each operation; empty where it does not apply to this text. */
export function hunksOf(text: string, { patch, edits }: Pick<FixIn<string>, 'patch' | 'edits'>): HunkLine[][] {
  const hunks: HunkLine[][] = [];
  let current = text;
  const step = (next: string | undefined) => {
    if (next === undefined || next === current) return;
    hunks.push(hunkOf(current, next));
    current = next;
  };
  for (const operation of patch) step(applyPatch(current, [operation]));
  // From the last on, so that the positions of the others stay right.
  for (const edit of edits.toReversed()) step(applyEdit(current, edit));
  return hunks;
}

/** The text after a fix; `undefined` where it does not apply. */
export function mended(text: string, { patch, edits }: Pick<FixIn<string>, 'patch' | 'edits'>): string | undefined {
  const edited = edits.toReversed().reduce((result, edit) => applyEdit(result, edit), text);
  return applyPatch(edited, patch);
}

function applyEdit(text: string, edit: FixIn<string>['edits'][number]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((ending) => ending.index + ending[0].length)];
  const start = (starts[edit.startLine - 1] ?? text.length) + edit.startColumn - 1;
  const end = (starts[edit.endLine - 1] ?? text.length) + edit.endColumn - 1;
  return text.slice(0, start) + edit.text + text.slice(end);
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
