import type { Edit, PatchOperation } from '../../lib/diagnosis/report';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A patch or an edit does not fit the file. */
export class DoesNotApply extends Error {}

/** Applies RFC 6902 as any library would, without regard to the formatting: a reader of its own beside the product's. */
export function applyJsonPatch(text: string, patch: readonly PatchOperation[]): string {
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch {
    throw new DoesNotApply('the file is not JSON');
  }
  for (const operation of patch) root = applyOne(root, operation);
  return `${JSON.stringify(root, undefined, '\t')}\n`;
}

function applyOne(root: Json, operation: PatchOperation): Json {
  const parts = operation.path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.pop();
  if (last === undefined) {
    if (operation.op === 'remove') throw new DoesNotApply('the whole document cannot be removed');
    return operation.value as Json;
  }
  let parent = root;
  for (const part of parts) parent = member(parent, part, operation.path);
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : Number(last);
    const end = operation.op === 'add' ? parent.length : parent.length - 1;
    if (!Number.isInteger(index) || index < 0 || index > end) throw new DoesNotApply(`${operation.path} is not there`);
    if (operation.op === 'remove') parent.splice(index, 1);
    else parent.splice(index, operation.op === 'add' ? 0 : 1, operation.value as Json);
  } else if (typeof parent === 'object' && parent !== null) {
    if (operation.op !== 'add' && !Object.hasOwn(parent, last)) throw new DoesNotApply(`${operation.path} is not there`);
    if (operation.op === 'remove') delete parent[last];
    else parent[last] = operation.value as Json;
  } else throw new DoesNotApply(`${operation.path} has no parent`);
  return root;
}

function member(node: Json, part: string, whole: string): Json {
  const found = Array.isArray(node) ? node[Number(part)] : typeof node === 'object' && node !== null && Object.hasOwn(node, part) ? node[part] : undefined;
  if (found === undefined) throw new DoesNotApply(`${whole} is not there`);
  return found;
}

/** Applies edits: lines and columns from 1, ends exclusive, the last one first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) => {
    const start = starts[line - 1];
    if (start === undefined) throw new DoesNotApply(`there is no line ${line}`);
    return start + column - 1;
  };
  const places = edits.map((edit) => ({ start: offset(edit.startLine, edit.startColumn), end: offset(edit.endLine, edit.endColumn), put: edit.text }));
  return places.toSorted((a, b) => b.start - a.start).reduce((whole, { start, end, put }) => whole.slice(0, start) + put + whole.slice(end), text);
}
