import { type Known, type Span } from './document';
import { parseJson } from './json-parser';
import { once } from './once';

/** A positioned JSON value; its span covers exactly the value and carries its pointer. */
export type JsonNode = ObjectNode | ArrayNode | StringNode | NumberNode | LiteralNode;

export interface ObjectNode {
  readonly kind: 'object';
  readonly span: Span;
  /** In the order of the text; a key may stand twice. */
  readonly members: readonly { readonly key: Known<string>; readonly value: JsonNode }[];
}
export interface ArrayNode {
  readonly kind: 'array';
  readonly span: Span;
  readonly elements: readonly JsonNode[];
}
export interface StringNode {
  readonly kind: 'string';
  readonly span: Span;
  readonly value: string;
}
/** A number as written: never rounded. */
export interface NumberNode {
  readonly kind: 'number';
  readonly span: Span;
  readonly text: string;
}
export interface LiteralNode {
  readonly kind: 'literal';
  readonly span: Span;
  readonly value: boolean | null;
}

/** Is it an entry of `mounts`, in the names of the OCI config? Engines that list their mounts write them with capitals. */
export function isMount(node: JsonNode): boolean {
  if (node.kind !== 'object') return false;
  const names = node.members.map(({ key }) => key.value);
  return names.includes('destination') && ['source', 'type', 'options'].some((name) => names.includes(name));
}

export type TroubleKind = 'syntax' | 'too-deep' | 'bom' | 'trailing-text' | 'duplicate-key' | 'key-case' | 'empty';

/** Something about the text that a strict reader would stop at, or that a reader of another language reads otherwise. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly span: Span;
  /** What would be right there, e.g. `,` or `}`. */
  readonly expected?: string;
  /** An edit that plainly mends it. */
  readonly edit?: { readonly span: Span; readonly text: string };
}

export interface JsonTree {
  readonly root?: JsonNode;
  readonly trouble: readonly Trouble[];
  /** False where Go's reader refuses the file. */
  readonly accepted: boolean;
}

/** Go's reader takes these without complaint (encoding/json, Decoder.Decode reads only the first value). */
const harmlessToGo: ReadonlySet<TroubleKind> = new Set(['trailing-text', 'duplicate-key', 'key-case']);

/**
 * Reads JSON as runc does, through Go's encoding/json, and keeps reading past an error, so that facts are still
 * found in a broken file. Never throws; linear in the length of the text.
 */
export const readJson: (region: Span) => JsonTree = once((region) => {
  const { root, trouble } = parseJson(region);
  return { ...(root ? { root } : {}), trouble, accepted: trouble.every(({ kind }) => harmlessToGo.has(kind)) };
}, 4);

/**
 * The member that Go would read into a field of this name: keys are compared without regard to case, a later value
 * wins over an earlier one, and a later object is merged into an earlier one.
 */
export function member(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.kind !== 'object') return undefined;
  let last: JsonNode | undefined;
  let count = 0;
  for (const { key, value } of node.members) {
    if (!isNamed(key.value, name)) continue;
    last = value;
    count++;
  }
  if (last?.kind !== 'object' || count === 1) return last;
  const objects = node.members.filter(({ key }) => isNamed(key.value, name)).flatMap(({ value }) => (value.kind === 'object' ? value.members : []));
  return { ...last, members: objects };
}

function isNamed(key: string, name: string): boolean {
  return key === name || (key.length === name.length && key.toLowerCase() === name.toLowerCase());
}

/** The value at a path of member names and array indices, looked up as `member` does. */
export function at(tree: JsonTree, ...path: readonly (string | number)[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (node, part) => (typeof part === 'number' ? elements(node)[part] : member(node, part)),
    tree.root,
  );
}

/** The elements of an array; none of anything else. */
export function elements(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'array' ? node.elements : [];
}

export function asText(node: JsonNode | undefined): Known<string> | undefined {
  return node?.kind === 'string' ? { value: node.value, span: node.span } : undefined;
}

export function asFlag(node: JsonNode | undefined): Known<boolean> | undefined {
  return node?.kind === 'literal' && node.value !== null ? { value: node.value, span: node.span } : undefined;
}

/** The number as written. */
export function numberText(node: JsonNode | undefined): Known<string> | undefined {
  return node?.kind === 'number' ? { value: node.text, span: node.span } : undefined;
}

/** An unsigned 32-bit integer as Go takes one: digits alone, no sign, point or exponent. */
export function asUint32(node: JsonNode | undefined): Known<number> | undefined {
  if (node?.kind !== 'number' || !/^(0|[1-9]\d{0,9})$/.test(node.text)) return undefined;
  const value = Number(node.text);
  return value <= 4294967295 ? { value, span: node.span } : undefined;
}
