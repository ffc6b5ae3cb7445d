import type { Known, Span } from './document';
import { readJson, type JsonNode } from './json';
import type { Region } from './region';
import { readToml } from './toml';
import { readYaml } from './yaml';

/** A scalar of a tree, whatever the tree is written in. */
export interface Member {
  /** Keys from the root; an entry of a list has its number, from 0. */
  readonly path: readonly string[];
  /** As written, without quotes; of a block of several lines the first one. */
  readonly value: Known<string>;
  /** From the key to the end of the value, as it is shown to people. */
  readonly span: Span;
}

/** The scalars of a region, one list for each document in it: YAML may hold several. */
export function readMembers(region: Region): readonly (readonly Member[])[] {
  if (region.kind === 'yaml') return readYaml(region);
  if (region.kind === 'toml') return [readToml(region)];
  if (region.kind !== 'json') return [];
  const { root } = readJson(region);
  return root ? [scalarsOf(root)] : [];
}

/** Scalars deeper than this are not looked for: no program that is read here nests so far. */
const deepest = 32;

function scalarsOf(root: JsonNode): Member[] {
  const members: Member[] = [];
  const visit = (node: JsonNode, path: readonly string[], from: Span) => {
    if (node.kind === 'object' && path.length < deepest) for (const { key, value } of node.members) visit(value, [...path, key.value], key.span);
    else if (node.kind === 'array' && path.length < deepest) node.elements.forEach((one, index) => { visit(one, [...path, String(index)], one.span); });
    else if (node.kind === 'string') put(node.span, node.value, path, from);
    else if (node.kind === 'number') put(node.span, node.text, path, from);
    else if (node.kind === 'literal') put(node.span, String(node.value), path, from);
  };
  const put = (span: Span, value: string, path: readonly string[], from: Span) => {
    members.push({ path, value: { value, span }, span: { document: span.document, start: from.start, end: span.end } });
  };
  visit(root, [], root.span);
  return members;
}

/** The member at the end of a path: `spec.hostUsers`; `*` stands for any one part. */
export function endsWith({ path }: Member, tail: string): boolean {
  const parts = tail.split('.');
  return path.length >= parts.length && parts.every((part, index) => part === '*' || part === path[path.length - parts.length + index]);
}

/** A member whose value is `true` or `false`. */
export function asFlag(member: Member | undefined): Known<boolean> | undefined {
  const value = member?.value.value;
  return member && (value === 'true' || value === 'false') ? { value: value === 'true', span: member.span } : undefined;
}

/** A member whose value is a whole number. */
export function asCount(member: Member | undefined): Known<number> | undefined {
  return member && /^\d{1,15}$/.test(member.value.value) ? { value: Number(member.value.value), span: member.span } : undefined;
}

/** A member whose value is not empty. */
export function asWord(member: Member | undefined): Known<string> | undefined {
  return member && member.value.value !== '' ? { value: member.value.value, span: member.span } : undefined;
}
