import { makeDocument } from '../documents/document';
import { elements, readJson, type JsonNode } from '../documents/json';
import type { PatchOperation } from '../report';

/**
 * Applies a patch to the text of a JSON document and keeps its formatting: only the changed stretch is written anew.
 * `undefined` where an operation does not fit the document, or where a pointer runs through `__proto__`,
 * `constructor` or `prototype`.
 */
export function applyPatch(text: string, patch: readonly PatchOperation[]): string | undefined {
  let result: string | undefined = text;
  for (const operation of patch) result = result === undefined ? undefined : applyOne(result, operation);
  return result;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

function applyOne(text: string, operation: PatchOperation): string | undefined {
  const parts = operation.path.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (parts.some((part) => forbidden.has(part))) return undefined;
  const document = makeDocument('', text);
  const { root } = readJson({ document, start: 0, end: text.length });
  const last = parts.at(-1);
  const parent = parts.slice(0, -1).reduce<JsonNode | undefined>(child, root);
  if (last === undefined || !parent) return undefined;
  const target = child(parent, last);
  switch (operation.op) {
    case 'replace':
      return target && splice(text, target.span.start, target.span.end, print(operation.value, text, target.span.start));
    case 'remove':
      return target && removeChild(text, parent, target);
    case 'add':
      if (parent.kind === 'object' && target) {
        return splice(text, target.span.start, target.span.end, print(operation.value, text, target.span.start));
      }
      return addChild(text, parent, last, operation.value);
  }
}

/** A child by its key, the last where it stands twice (as a JSON reader takes it), or by its index. */
function child(node: JsonNode | undefined, part: string): JsonNode | undefined {
  if (node?.kind === 'object') return node.members.findLast(({ key }) => key.value === part)?.value;
  return node?.kind === 'array' && /^(0|[1-9]\d*)$/.test(part) ? elements(node)[Number(part)] : undefined;
}

function splice(text: string, start: number, end: number, put: string): string {
  return text.slice(0, start) + put + text.slice(end);
}

/** The blanks with which the line of `offset` begins. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** One level of indentation as this document has it; none where it stands on one line. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '';
}

function print(value: unknown, text: string, offset: number): string {
  const unit = unitOf(text);
  const compact = typeof value !== 'object' || value === null || unit === '';
  const printed = JSON.stringify(value, undefined, compact ? undefined : unit) ?? 'null';
  return printed.replaceAll('\n', `\n${indentAt(text, offset)}`);
}

function removeChild(text: string, parent: JsonNode, target: JsonNode): string {
  const member = parent.kind === 'object' ? parent.members.findLast(({ value }) => value === target) : undefined;
  let start = member ? member.key.span.start : target.span.start;
  let end = target.span.end;
  const following = /^\s*,/.exec(text.slice(end))?.[0];
  if (following) {
    // With its comma and the blanks up to the next one, which takes this one's place.
    end += following.length;
    end += /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  } else {
    const preceding = /,?\s*$/.exec(text.slice(0, start))?.[0];
    start -= preceding?.length ?? 0;
  }
  return splice(text, start, end, '');
}

function addChild(text: string, parent: JsonNode, name: string, value: unknown): string | undefined {
  if (parent.kind !== 'object' && parent.kind !== 'array') return undefined;
  const children = parent.kind === 'object' ? parent.members.map((member) => member.value) : elements(parent);
  const index = name === '-' ? children.length : Number(name);
  if (parent.kind === 'array' && !(index >= 0 && index <= children.length)) return undefined;
  const key = parent.kind === 'object' ? `${JSON.stringify(name)}: ` : '';
  const before = parent.kind === 'array' && index < children.length ? children[index] : undefined;
  if (before) {
    const gap = indentGap(text, before.span.start);
    return splice(text, before.span.start, before.span.start, `${print(value, text, before.span.start)},${gap}`);
  }
  const last = children.at(-1);
  if (!last) {
    const inner = indentAt(text, parent.span.start) + unitOf(text);
    const open = unitOf(text) === '' ? '' : `\n${inner}`;
    const close = unitOf(text) === '' ? '' : `\n${indentAt(text, parent.span.start)}`;
    const printed = print(value, text, parent.span.start).replaceAll('\n', `\n${unitOf(text)}`);
    return splice(text, parent.span.start + 1, parent.span.end - 1, `${open}${key}${printed}${close}`);
  }
  const first = parent.kind === 'object' ? (parent.members[0]?.key.span.start ?? 0) : (children[0]?.span.start ?? 0);
  const gap = indentGap(text, first);
  return splice(text, last.span.end, last.span.end, `,${gap}${key}${print(value, text, first)}`);
}

/** What parts two children: a line break and the indentation, or one blank where they share a line. */
function indentGap(text: string, offset: number): string {
  const before = /\s*$/.exec(text.slice(0, offset))?.[0] ?? '';
  return before.includes('\n') ? `\n${indentAt(text, offset)}` : ' ';
}
