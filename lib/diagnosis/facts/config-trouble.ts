import type { Known } from '../documents/document';
import { at, elements, member, type JsonNode, type JsonTree } from '../documents/json';
import { newName } from './config-facts';
import type { ConfigTrouble } from './facts';

type Shape = 'text' | 'texts' | 'flag' | 'object' | 'objects' | 'uint32' | 'uint32s' | 'int';

/**
 * Members whose type Go checks as it reads the file (runtime-spec's specs-go/config.go); a wrong one makes runc and
 * crun refuse the whole file. Members of a mapping are judged by their own causes.
 */
const shapes: readonly (readonly [path: string, shape: Shape])[] = [
  ['ociVersion', 'text'],
  ['root', 'object'],
  ['root/path', 'text'],
  ['root/readonly', 'flag'],
  ['hostname', 'text'],
  ['mounts', 'objects'],
  ['annotations', 'object'],
  ['hooks', 'object'],
  ['process', 'object'],
  ['process/terminal', 'flag'],
  ['process/user', 'object'],
  ['process/user/uid', 'uint32'],
  ['process/user/gid', 'uint32'],
  ['process/user/additionalGids', 'uint32s'],
  ['process/args', 'texts'],
  ['process/env', 'texts'],
  ['process/cwd', 'text'],
  ['process/noNewPrivileges', 'flag'],
  ['process/oomScoreAdj', 'int'],
  ['process/capabilities', 'object'],
  ['process/rlimits', 'objects'],
  ['linux', 'object'],
  ['linux/namespaces', 'objects'],
  ['linux/uidMappings', 'objects'],
  ['linux/gidMappings', 'objects'],
  ['linux/devices', 'objects'],
  ['linux/cgroupsPath', 'text'],
  ['linux/resources', 'object'],
  ['linux/rootfsPropagation', 'text'],
  ['linux/maskedPaths', 'texts'],
  ['linux/readonlyPaths', 'texts'],
  ['linux/sysctl', 'object'],
  ['linux/seccomp', 'object'],
];

/** The same for the members of a list. */
const shapesInLists: readonly (readonly [list: string, name: string, shape: Shape])[] = [
  ['mounts', 'destination', 'text'],
  ['mounts', 'type', 'text'],
  ['mounts', 'source', 'text'],
  ['mounts', 'options', 'texts'],
  ['process/rlimits', 'type', 'text'],
  ['linux/namespaces', 'type', 'text'],
  ['linux/namespaces', 'path', 'text'],
];

/** Namespace types of the specification 1.2 (specs-go/config.go, LinuxNamespaceType). */
const namespaceTypes = new Set(['pid', 'network', 'mount', 'ipc', 'uts', 'user', 'cgroup', 'time']);

/** What in a config keeps a runtime from reading it at all. A member that is null or absent is Go's zero value. */
export function findConfigTrouble(tree: JsonTree): Known<ConfigTrouble>[] {
  return [...syntaxTrouble(tree), ...typeTrouble(tree), ...namespaceTrouble(tree)];
}

function syntaxTrouble(tree: JsonTree): Known<ConfigTrouble>[] {
  if (tree.accepted) return [];
  // Duplicate keys, odd case and trailing text are read by Go without complaint.
  const refused = tree.trouble.filter(({ kind }) => !['trailing-text', 'duplicate-key', 'key-case'].includes(kind));
  return refused.map(({ kind, span, expected, edit }) => ({
    value: { kind, subject: span.pointer ?? '', expected: expected ?? '', ...(edit ? { edit } : {}) },
    span,
  }));
}

function typeTrouble(tree: JsonTree): Known<ConfigTrouble>[] {
  const found: Known<ConfigTrouble>[] = [];
  const check = (node: JsonNode | undefined, shape: Shape, subject: () => string) => {
    const wrong = node && !isNull(node) ? firstWrong(node, shape) : undefined;
    if (!wrong) return;
    const mended = meant(wrong, shape, subject());
    found.push({ value: { kind: 'type', subject: subject(), expected: shape, ...(mended === undefined ? {} : { mended }) }, span: wrong.span });
  };
  for (const [path, shape] of shapes) check(at(tree, ...path.split('/')), shape, () => `/${path}`);
  for (const [list, name, shape] of shapesInLists) {
    elements(at(tree, ...list.split('/'))).forEach((element, index) => { check(member(element, name), shape, () => `/${list}/${index}/${name}`); });
  }
  return found;
}

/** The value that was plainly meant: one text where a list of them is wanted, or true, false and a number within quotes. */
function meant(node: JsonNode, shape: Shape, subject: string): unknown {
  if (node.kind !== 'string') return undefined;
  // The options of a mount are written with commas elsewhere (fstab(5), mount -o).
  if (shape === 'texts') return subject.endsWith('/options') ? node.value.split(',').map((option) => option.trim()) : subject === '/process/args' ? undefined : [node.value];
  if (shape === 'flag' && /^(?:true|false)$/.test(node.value)) return node.value === 'true';
  if (shape === 'uint32' && /^(0|[1-9]\d{0,9})$/.test(node.value) && Number(node.value) <= 4294967295) return Number(node.value);
  return undefined;
}

function firstWrong(node: JsonNode, shape: Shape): JsonNode | undefined {
  const list = shape === 'texts' || shape === 'objects' || shape === 'uint32s';
  if (!list) return fits(node, shape) ? undefined : node;
  if (node.kind !== 'array') return node;
  const one = shape === 'texts' ? 'text' : shape === 'objects' ? 'object' : 'uint32';
  return elements(node).find((element) => !isNull(element) && !fits(element, one));
}

function fits(node: JsonNode, shape: Shape): boolean {
  switch (shape) {
    case 'text':
      return node.kind === 'string';
    case 'flag':
      return node.kind === 'literal' && !isNull(node);
    case 'uint32':
      return node.kind === 'number' && /^(0|[1-9]\d{0,9})$/.test(node.text) && Number(node.text) <= 4294967295;
    case 'int':
      return node.kind === 'number' && /^-?\d{1,19}$/.test(node.text);
    default:
      return node.kind === 'object';
  }
}

function isNull(node: JsonNode): boolean {
  return node.kind === 'literal' && node.value === null;
}

function namespaceTrouble(tree: JsonTree): Known<ConfigTrouble>[] {
  const seen = new Set<string>();
  return elements(at(tree, 'linux', 'namespaces')).flatMap((entry): Known<ConfigTrouble>[] => {
    const type = member(entry, 'type');
    if (type?.kind !== 'string') return [];
    const { span } = type;
    const value = newName(tree, type.value);
    const expected = [...namespaceTypes].join(', ');
    if (!namespaceTypes.has(value)) return [{ value: { kind: 'unknown-namespace', subject: value, expected }, span }];
    // runc: libcontainer/specconv, "malformed spec file: duplicated ns".
    if (seen.has(value)) return [{ value: { kind: 'duplicate-namespace', subject: value, expected }, span: entry.span }];
    seen.add(value);
    return [];
  });
}
