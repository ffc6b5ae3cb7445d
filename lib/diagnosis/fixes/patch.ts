import type { Document, Span } from '../documents/document';
import type { PatchOperation } from '../report';

/** One operation and the document it changes. Pointers come from spans; none is typed for something that was read. */
export interface Patch {
  readonly document: Document;
  readonly operation: PatchOperation;
}

/** Where an engine shows a config that it wrote: `crictl inspect`, `ctr containers info`, `nerdctl inspect --mode=native`. */
const shownByEngine = /^(?:\/\d+)?\/(?:info\/runtimeSpec|Spec)(?:\/|$)/;

/** Would it change what an engine prints? Nobody can hand that back to it. */
export function isOfShownConfig({ operation }: Patch): boolean {
  return shownByEngine.test(operation.path);
}

/** Does a patch hold a `<value>` that the reader has to fill? */
export function hasBlank(patch: readonly PatchOperation[]): boolean {
  return patch.some((operation) => 'value' in operation && /"<[^"<>]+>/.test(JSON.stringify(operation.value) ?? ''));
}

/** A part of a pointer, escaped as RFC 6901 asks. */
export function escapePointer(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Replaces what was read at a span that has a pointer; nothing where it has none (a log line, say). */
export function replace(read: Span | { readonly span: Span }, value: unknown): Patch[] {
  return at(read, (path) => ({ op: 'replace', path, value }));
}

/** Takes out what was read. */
export function remove(read: Span | { readonly span: Span }): Patch[] {
  return at(read, (path) => ({ op: 'remove', path }));
}

/** Appends to an array that was read. */
export function append(array: Span | { readonly span: Span }, value: unknown): Patch[] {
  return at(array, (path) => ({ op: 'add', path: `${path}/-`, value }));
}

/** Puts a value before the first of an array that was read. */
export function insertFirst(array: Span | { readonly span: Span }, value: unknown): Patch[] {
  return at(array, (path) => ({ op: 'add', path: `${path}/0`, value }));
}

/** Sets a member of an object that was read. */
export function setMember(object: Span | { readonly span: Span }, name: string, value: unknown): Patch[] {
  return at(object, (path) => ({ op: 'add', path: `${path}/${escapePointer(name)}`, value }));
}

function at(read: Span | { readonly span: Span }, operation: (path: string) => PatchOperation): Patch[] {
  const span = 'span' in read ? read.span : read;
  return span.pointer === undefined ? [] : [{ document: span.document, operation: operation(span.pointer) }];
}

/** What stands for a value that was masked before anything read it: only its owner can put it back. */
const hidden = '<hidden value>';

/** The operation without masks: a string that holds one becomes a placeholder, so that no mask is ever written into a config. */
export function withoutMasks(operation: PatchOperation): PatchOperation {
  return 'value' in operation ? { ...operation, value: unmasked(operation.value) } : operation;
}

function unmasked(value: unknown): unknown {
  if (typeof value === 'string') return /[⟦⟧]/.test(value) ? hidden : value;
  if (Array.isArray(value)) return value.map(unmasked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unmasked(one)]));
}
