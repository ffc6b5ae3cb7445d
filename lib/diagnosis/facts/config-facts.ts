import type { Known, Span } from '../documents/document';
import { asFlag, asText, asUint32, at, elements, isMount, member, numberText, type JsonNode, type JsonTree } from '../documents/json';
import type { Facts, Mount, Namespace, ProcessUser } from './facts';
import { readIsolation } from './isolation-facts';
import { IdMap, type Extent, type ExtentNumber } from './id-map';

/**
 * What an OCI config.json states. Absence is a fact only of a whole config: of a fragment, a member that is not
 * there is unknown.
 */
export function readConfig(tree: JsonTree): Facts {
  const { root } = tree;
  if (!root) return {};
  const whole = isWhole(tree);
  const facts: Facts = { config: { value: whole ? 'whole' : 'fragment', span: root.span } };
  readRoot(tree, whole, facts);
  readProcess(tree, facts);
  readNamespaces(tree, whole, facts);
  readIsolation(tree, facts);
  // containerd and CRI-O name their containers in annotations, and mount a snapshot at the rootfs.
  const byCri = ['io.kubernetes.cri.container-type', 'io.kubernetes.cri-o.ContainerType'].map((name) => asText(at(tree, 'annotations', name))).find(Boolean);
  if (byCri) facts.fromImage = { value: true, span: byCri.span };
  facts.mounts = readMountList(at(tree, 'mounts')) ?? readMountsAlone(root) ?? (whole ? { value: [], span: root.span } : undefined);
  facts.uidMap = readIdMap(at(tree, 'linux', 'uidMappings'));
  facts.gidMap = readIdMap(at(tree, 'linux', 'gidMappings'));
  return facts;
}

/** A whole config has a version and both of the sections that a start cannot do without, or the end of the file. */
export function isWhole(tree: JsonTree): boolean {
  const has = (name: string) => member(tree.root, name) !== undefined;
  return has('ociVersion') && (has('process') || has('root')) && has('linux');
}

function readRoot(tree: JsonTree, whole: boolean, facts: Facts): void {
  const path = asText(at(tree, 'root', 'path'));
  const object = at(tree, 'root');
  if (path) facts.rootfsPath = path;
  else if (object && !at(tree, 'root', 'path')) facts.rootfsPathAbsent = { value: true, span: object.span };
  else if (whole && !object && tree.root) facts.rootfsPathAbsent = { value: true, span: tree.root.span };
  const readonly = asFlag(at(tree, 'root', 'readonly'));
  if (readonly) facts.rootfsReadonly = readonly;
  else if (object) facts.rootfsReadonly = { value: false, span: object.span };
}

function readProcess(tree: JsonTree, facts: Facts): void {
  const process = at(tree, 'process');
  if (!process) return;
  const args = at(tree, 'process', 'args');
  const words = elements(args).map(asText);
  if (args && words.every((word) => word !== undefined)) {
    facts.processArgs = { value: words.map((word) => word.value), span: args.span };
  }
  const cwd = asText(at(tree, 'process', 'cwd'));
  if (cwd) facts.processCwd = cwd;
  const user = at(tree, 'process', 'user');
  if (user) facts.processUser = { value: readUser(user), span: user.span };
  for (const entry of elements(at(tree, 'process', 'env')).map(asText)) {
    if (!entry?.value.startsWith('PATH=')) continue;
    facts.searchPath = { value: entry.value.slice('PATH='.length).split(':').filter(Boolean), span: entry.span };
  }
}

function readUser(user: JsonNode): ProcessUser {
  const uid = asUint32(member(user, 'uid'));
  const gid = asUint32(member(user, 'gid'));
  const groups = elements(member(user, 'additionalGids')).map(asUint32);
  return {
    ...(uid ? { uid } : {}),
    ...(gid ? { gid } : {}),
    additionalGids: groups.filter((group) => group !== undefined),
  };
}

function readNamespaces(tree: JsonTree, whole: boolean, facts: Facts): void {
  const list = at(tree, 'linux', 'namespaces');
  if (!list) {
    // Go's zero value: a whole config without the list asks for no namespace at all.
    if (whole) facts.namespaces = { value: [], span: (at(tree, 'linux') ?? tree.root)?.span ?? emptySpan(tree) };
    return;
  }
  const namespaces = elements(list).flatMap((entry): Namespace[] => {
    const type = asText(member(entry, 'type'));
    const path = asText(member(entry, 'path'));
    return type ? [{ type: newName(tree, type.value), span: entry.span, ...(path && path.value !== '' ? { path } : {}) }] : [];
  });
  facts.namespaces = { value: namespaces, span: list.span };
}

/** Before `ociVersion` there was `version`, and the pid namespace was called `process` (runc up to 0.0.9). */
export function newName(tree: JsonTree, type: string): string {
  return type === 'process' && member(tree.root, 'ociVersion') === undefined && member(tree.root, 'version') !== undefined ? 'pid' : type;
}

function emptySpan(tree: JsonTree): Span {
  const span = tree.root?.span ?? tree.trouble[0]?.span;
  if (!span) throw new Error('a tree has a root or trouble');
  return span;
}

/** `mounts`, or one mount object pasted alone in a list. */
export function readMountList(list: JsonNode | undefined): Known<readonly Mount[]> | undefined {
  if (!list || list.kind !== 'array') return undefined;
  return { value: elements(list).map(readMount), span: list.span };
}

/** A mount that was pasted alone, or a list of some. */
function readMountsAlone(root: JsonNode): Facts['mounts'] {
  return isMount(root) ? { value: [readMount(root)], span: root.span } : elements(root).some(isMount) ? readMountList(root) : undefined;
}

function readMount(entry: JsonNode): Mount {
  const destination = asText(member(entry, 'destination'));
  const type = asText(member(entry, 'type'))?.value ?? '';
  const source = asText(member(entry, 'source'));
  const listed = member(entry, 'options');
  // Configs from before version 1.0 of the specification hold the options as one string.
  const single = asText(listed);
  const options = single
    ? single.value.split(',').map((value) => ({ value, span: single.span }))
    : elements(listed).map(asText).filter((option) => option !== undefined);
  return {
    destination: destination?.value ?? '',
    type,
    source: source?.value ?? '',
    options,
    span: entry.span,
    ...(destination ? { destinationSpan: destination.span } : {}),
    ...(source ? { sourceSpan: source.span } : {}),
    bind: type === 'bind' || options.some(({ value }) => value === 'bind' || value === 'rbind'),
    ...spanOf('uidMappings', entry),
    ...spanOf('gidMappings', entry),
  };
}

function spanOf(name: 'uidMappings' | 'gidMappings', entry: JsonNode): Partial<Record<typeof name, Span>> {
  const node = member(entry, name);
  return node ? { [name]: node.span } : {};
}

/** A list of mappings, in the names of the OCI config or of the kubelet's and old runc's files. */
export function readIdMap(list: JsonNode | undefined): Known<IdMap> | undefined {
  if (!list || list.kind !== 'array') return undefined;
  const extents = elements(list).flatMap((entry): Extent[] => {
    if (entry.kind !== 'object') return [];
    const number = (...names: string[]) => extentNumber(entry, names);
    return [
      // Before version 0.2 of the specification `from` was the ID of the host, and `to` that of the container (IDMapping).
      { containerId: number('containerID', 'to'), hostId: number('hostID', 'from'), size: number('size', 'length', 'count'), span: entry.span },
    ];
  });
  return { value: new IdMap(extents), span: list.span };
}

/** Go reads a member that is absent as 0. */
function extentNumber(entry: JsonNode, names: readonly string[]): ExtentNumber {
  const node = names.map((name) => member(entry, name)).find((found) => found !== undefined);
  if (!node) return { text: '0', value: 0, span: entry.span };
  const text = numberText(node);
  const value = asUint32(node)?.value;
  return { text: text?.value ?? (node.kind === 'string' ? node.value : node.kind), value, span: node.span };
}
