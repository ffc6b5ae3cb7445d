import { configsGiven } from './configs-given';
import { plainDocument } from './documents/read-documents';
import { applyPatch } from './fixes/apply-patch';
import type { Edit, FixIn, PatchOperation } from './report';

/** What of a fix changes a document. */
export type Change = Pick<FixIn<unknown>, 'patch' | 'edits'>;

/**
 * The text of a document after a fix, formatted as before; `undefined` where the fix does not fit it. Where the config
 * is a stretch of a paste, only that stretch is patched.
 */
export function applyFix(text: string, { patch, edits }: Change): string | undefined {
  const edited = applyEdits(text, edits);
  return patch.length === 0 ? edited : patchText(edited, patch);
}

/** Applies a patch to a JSON document, or to the first config of a paste that it fits. */
export function patchText(text: string, patch: readonly PatchOperation[]): string | undefined {
  const whole = applyPatch(text, patch);
  if (whole !== undefined) return whole;
  const plain = plainDocument('', text);
  if (plain.prefixed) return patchText(plain.text, patch);
  for (const { start, end } of configsGiven([{ name: '', text }])) {
    const patched = applyPatch(text.slice(start, end), patch);
    if (patched !== undefined) return text.slice(0, start) + patched + text.slice(end);
  }
  return undefined;
}

/** Applies edits from the last on, so that the positions of the others stay right. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.toReversed().reduce(applyEdit, text);
}

function applyEdit(text: string, edit: Edit): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((ending) => ending.index + ending[0].length)];
  const start = (starts[edit.startLine - 1] ?? text.length) + edit.startColumn - 1;
  const end = (starts[edit.endLine - 1] ?? text.length) + edit.endColumn - 1;
  return text.slice(0, start) + edit.text + text.slice(end);
}
