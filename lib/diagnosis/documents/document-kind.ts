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

/** What files and programs show of a host, by words that only one of them has; tried in order. */
const shown: readonly (readonly [RegExp, string])[] = [
  [/"ociVersion(?:Min|Max)"\s*:/, 'runtime-features'],
  [/^kind: KubeletConfiguration\s*$|"kind"\s*:\s*"KubeletConfiguration"|"kubeletconfig"\s*:/m, 'kubelet-config'],
  [/^\s*(?:- )?kind: Event\s*$|"kind"\s*:\s*"Event"/m, 'events'],
  // `crictl inspect`, `docker inspect` and `podman inspect`.
  [/"runtimeSpec"\s*:|"sandboxID"\s*:|"HostConfig"\s*:|"OCIConfigPath"\s*:/, 'container-inspect'],
  [/"runtimeHandlers"\s*:|"cniconfig"\s*:/, 'cri-info'],
  [/^\s*(?:ociRuntime|OCIRuntime):|"(?:ociRuntime|OCIRuntime)"\s*:\s*\{/m, 'podman-info'],
  [/^\s*Server Version: |"SecurityOptions"\s*:/m, 'docker-info'],
  [/^\s*\[+["' ]*(?:plugins|grpc|proxy_plugins)\b/m, 'containerd-config'],
  [/^# file: /m, 'acl'],
  [/^(?:\/proc\/\w+\/status:)?(?:CapEff|NoNewPrivs|Seccomp):\s/m, 'process-status'],
  [/^Max processes\s|^max user processes\s/m, 'process-limits'],
  [/^\/\S+ (?:= )?cap_\w+[,=+]/m, 'file-capabilities'],
  [/^PRETTY_NAME=|^(?:runc|crun) version \d/m, 'versions'],
  [/^\s*Linger(?:=|: )/m, 'login'],
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
  const head = document.text.slice(0, 262_144);
  const told = shown.find(([pattern]) => pattern.test(head))?.[1];
  if (kind === 'listing' || kind === 'id-map') return told === 'acl' ? told : names[kind];
  if (told !== undefined) return told;
  if (kind !== 'log' && kind !== 'text') return names[kind];
  return logs.find(([pattern]) => pattern.test(head))?.[1] ?? 'text';
}
