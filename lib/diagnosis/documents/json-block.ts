import type { Document, Span } from './document';
import { at, elements, isMount, member, readJson, type JsonNode, type JsonTree } from './json';
import type { Region } from './region';

/** Members that tell an OCI config, or a piece of one, from other JSON. */
const configMembers = ['ociVersion', 'root', 'process', 'linux', 'mounts', 'hostname'];

/** What people cut out of a config: members without the braces around them. */
const pieceOfConfig = /^"(?:root|process|linux|mounts|namespaces|uidMappings|gidMappings)"\s*:\s*[{[]/;

/** Lines that no JSON holds at their beginning: where one stands, a broken document has ended before it. */
const foreignLine = /^(?:```|~~~|time="|level=|[a-z_][\w.-]*@[\w.-]+[: ]\S*[#$] |\[[a-z_][\w.-]*@|total \d+$|[-dl][-rwxsStT]{9}[.+]?\s|[\w.-]+:\d+:\d+$|[$#] \w|(?:ctr|runc|crun|Error|error): )/m;

/** A JSON document that begins on this line; a JSON log line is none. */
export function jsonBlockAt(document: Document, line: Span): Region | undefined {
  const { text } = document;
  const first = /^\uFEFF?[ \t]*/.exec(text.slice(line.start, line.start + 256))?.[0].length ?? 0;
  const start = line.start + first;
  const opening = text[start];
  if (opening !== '{' && opening !== '[' && !pieceOfConfig.test(text.slice(start, start + 256))) return undefined;
  const head = text.slice(line.start, Math.min(line.end, line.start + 4096));
  if (/"(?:msg|message|log|MESSAGE)"\s*:\s*"|"MESSAGE"\s*:\s*\[\d/.test(head) && /^\s*\{.*\}\s*$/.test(text.slice(line.start, line.end))) return undefined;
  // `[ 12.3] audit:`, `[INFO] …` and `[rootlesskit:parent] …` are log lines; an array holds values.
  if (opening === '[' && !/^\[\s*(?:[{["\]]|$)/m.test(text.slice(start, start + 256))) return undefined;
  if (opening === '{' && !/^\{\s*["}'/]/.test(text.slice(start, start + 4096)) && !deep(text, start)) return undefined;
  const from = text[line.start] === '\uFEFF' ? line.start : start;
  const tree = readBlock({ document, start: from, end: text.length });
  const end = tree.root?.span.end ?? text.length;
  return { document, start: from, end: Math.max(end, start + 1), kind: isConfig(tree) ? 'oci-config' : 'json' };
}

/** Reads the first value; a broken one ends at the latest where something begins that is no JSON. */
function readBlock(span: Span): JsonTree {
  const tree = readJson(span);
  if (tree.accepted) return tree;
  const { text } = span.document;
  const foreign = text.slice(span.start + 1, tree.root?.span.end ?? text.length).search(foreignLine);
  return foreign < 0 ? tree : readJson({ ...span, end: span.start + 1 + foreign });
}

/** Nothing but brackets: too deep to be read, and still JSON. */
function deep(text: string, start: number): boolean {
  return /^[[{\s]{16}/.test(text.slice(start, start + 32));
}

function isConfig(tree: JsonTree): boolean {
  const { root } = tree;
  const has = (name: string) => member(root, name) !== undefined;
  // `runc features` tells what may stand in a config, `runc state` what became of a container.
  if (has('ociVersionMax') || has('ociVersionMin') || (has('ociVersion') && has('status') && has('bundle'))) return false;
  if (has('ociVersion')) return true;
  if ((root && isMount(root)) || elements(root).some(isMount) || elements(at(tree, 'mounts')).some(isMount)) return true;
  return configMembers.filter(has).length >= 2 || member(member(root, 'root'), 'path') !== undefined || linuxConfig(root);
}

function linuxConfig(root: JsonNode | undefined): boolean {
  const linux = member(root, 'linux');
  return ['namespaces', 'uidMappings', 'gidMappings'].some((name) => member(linux, name) !== undefined);
}
