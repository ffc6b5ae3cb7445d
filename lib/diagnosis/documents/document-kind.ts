import type { Document } from './document';
import type { Region, RegionKind } from './region';

const names: Readonly<Record<RegionKind, string>> = {
  'oci-config': 'oci-config',
  json: 'json',
  log: 'runtime-log',
  listing: 'listing',
  subid: 'subid',
  'id-map': 'id-map',
  sysctl: 'sysctl',
  versions: 'versions',
  mounts: 'mounts',
  identity: 'identity',
  yaml: 'pod',
  toml: 'toml',
  text: 'text',
};

/** Words that only one kind of log holds; tried in order. */
const logs: readonly (readonly [RegExp, string])[] = [
  [/apparmor="(?:DENIED|AUDIT|ALLOWED)"|avc:\s+denied|type=1400/, 'kernel-log'],
  [/\bkubelet\b|^[IWEF]\d{4} [\d:.]+\s+\d+ \w+\.go:\d+\]/m, 'kubelet-log'],
  [/rootlesskit:(?:parent|child)/, 'rootlesskit-log'],
  [/containerd(?:\[\d+\])?: time=|level=\w+ msg="(?:starting containerd|loading plugin|RunPodSandbox|connecting to shim)/, 'containerd-log'],
  [/nsexec|\brunc\b|\bcrun\b|OCI runtime|level=(?:debug|info|warning|error|fatal) msg=|^\{"(?:file|level|msg)"|Unsharing namespace|new[ug]idmap/m, 'runtime-log'],
];

/** What the report calls a document: a session where commands stand in it, else what most of it is. */
export function documentKind(document: Document, regions: readonly Region[]): string {
  if (regions.some(({ command }) => command !== undefined)) return 'shell-session';
  const sizes = new Map<RegionKind, number>();
  for (const { kind, start, end } of regions) sizes.set(kind, (sizes.get(kind) ?? 0) + end - start);
  if (sizes.has('oci-config')) return 'oci-config';
  const [most] = [...sizes].sort(([, a], [, b]) => b - a);
  const kind = most?.[0] ?? 'text';
  if (kind === 'subid') return /gid/i.test(document.name) ? 'subgid' : /uid/i.test(document.name) ? 'subuid' : 'subid';
  if (kind !== 'log') return names[kind];
  const head = document.text.slice(0, 262_144);
  return logs.find(([pattern]) => pattern.test(head))?.[1] ?? 'text';
}
