import type { Known, Span } from './document';
import { asCount, asFlag, asWord, endsWith, type Member } from './members';
import type { Version } from './versions';

/** One extent of a map that an engine prints. */
export interface PrintedExtent {
  readonly containerId: Known<number>;
  readonly hostId: Known<number>;
  readonly size: Known<number>;
  readonly span: Span;
}

/** What an engine or a runtime tells of itself: `runc features`, `crictl info`, `docker info`, `podman info`, a Kubernetes node. */
export interface EngineInfo {
  /** The runtime makes idmapped mounts. */
  readonly idmap?: Known<boolean>;
  /** The runtime reports that pods may have user namespaces. */
  readonly userns?: Known<boolean>;
  readonly cgroupVersion?: Known<1 | 2>;
  readonly rootless?: Known<boolean>;
  /** Docker maps every container (userns-remap). */
  readonly remapped?: Known<true>;
  readonly controllers?: Known<readonly string[]>;
  readonly uidMap: readonly PrintedExtent[];
  readonly gidMap: readonly PrintedExtent[];
  readonly versions: readonly Known<Version>[];
}

/** Reads the members of a JSON object or of the YAML that `podman info` prints; absent members leave gaps. */
export function readEngineInfo(members: readonly Member[]): EngineInfo {
  const find = (...tails: string[]) => members.find((member) => tails.some((tail) => endsWith(member, tail)));
  const idmap = asFlag(find('linux.mountExtensions.idmap.enabled'));
  const userns = handlerSupport(members);
  const cgroupVersion = asCgroupVersion(find('host.cgroupVersion', 'host.CgroupsVersion', 'CgroupVersion'));
  const option = (name: string) => members.find((member) => endsWith(member, 'SecurityOptions.*') && member.value.value.split(',')[0] === `name=${name}`);
  // The last is a member of daemon.json.
  const [remapped, rootlessDocker] = [option('userns') ?? find('userns-remap'), option('rootless')];
  const rootless = asFlag(find('host.security.rootless', 'host.rootless')) ?? (rootlessDocker && { value: true, span: rootlessDocker.span });
  const controllers = readControllers(members);
  return {
    ...(idmap ? { idmap } : {}),
    ...(userns ? { userns } : {}),
    ...(cgroupVersion ? { cgroupVersion } : {}),
    ...(rootless ? { rootless } : {}),
    ...(remapped ? { remapped: { value: true, span: remapped.span } } : {}),
    ...(controllers ? { controllers } : {}),
    uidMap: readMap(members, 'uidmap'),
    gidMap: readMap(members, 'gidmap'),
    versions: readVersionsOf(members),
  };
}

/**
 * The handler that pods get without a runtime class decides: the nameless one, else runc's or crun's, else the first
 * (KEP-127, RuntimeHandler.features).
 */
function handlerSupport(members: readonly Member[]): Known<boolean> | undefined {
  const told = members.filter((member) => endsWith(member, 'features.user_namespaces') || endsWith(member, 'features.userNamespaces'));
  if (told.length === 0) return undefined;
  const keyOf = (path: readonly string[]) => path.join('\n');
  const names = new Map(members.filter(({ path }) => path.at(-1) === 'name').map(({ path, value }) => [keyOf(path.slice(0, -1)), value.value]));
  const nameOf = ({ path }: Member) => names.get(keyOf(path.slice(0, -2))) ?? '';
  const used = ['', 'runc', 'crun'].map((name) => told.find((member) => nameOf(member) === name)).find(Boolean);
  return asFlag(used ?? told[0]);
}

function asCgroupVersion(member: Member | undefined): Known<1 | 2> | undefined {
  const version = /^v?([12])$/.exec(member?.value.value ?? '')?.[1];
  return member && version ? { value: version === '1' ? 1 : 2, span: member.span } : undefined;
}

/** `podman info` names the controllers that were delegated to it. */
function readControllers(members: readonly Member[]): Known<readonly string[]> | undefined {
  const named = members.filter(({ path }) => path.length === 3 && path[0] === 'host' && path[1] === 'cgroupControllers');
  const [first, last] = [named[0], named.at(-1)];
  return first && last && { value: named.map(({ value }) => value.value), span: { ...first.span, end: last.span.end } };
}

function readMap(members: readonly Member[], which: 'uidmap' | 'gidmap'): PrintedExtent[] {
  const entries = new Map<string, Member[]>();
  for (const member of members) {
    const [host, maps, side, entry] = member.path;
    if (host !== 'host' || maps?.toLowerCase() !== 'idmappings' || side !== which || entry === undefined) continue;
    const known = entries.get(entry);
    if (known) known.push(member);
    else entries.set(entry, [member]);
  }
  return [...entries.values()].flatMap((entry) => {
    const number = (name: string) => asCount(entry.find(({ path }) => path.at(-1) === name));
    const [containerId, hostId, size] = [number('container_id'), number('host_id'), number('size')];
    const [first, last] = [entry[0], entry.at(-1)];
    if (!containerId || !hostId || !size || !first || !last) return [];
    return [{ containerId, hostId, size, span: { ...first.span, end: last.span.end } }];
  });
}

/** Members that hold a version, and the program it is of. */
const versionMembers: readonly (readonly [tail: string, program: string])[] = [
  ['host.kernel', 'linux'],
  ['host.conmon.version', 'conmon'],
  ['version.Version', 'podman'],
  ['ServerVersion', 'docker'],
  ['KernelVersion', 'linux'],
  ['OperatingSystem', 'distribution'],
  ['nodeInfo.kernelVersion', 'linux'],
  ['nodeInfo.osImage', 'distribution'],
  ['nodeInfo.kubeletVersion', 'kubelet'],
];

/** Annotations of `runc features` and `crun features`. */
const annotations = new Map([['org.opencontainers.runc.version', 'runc'], ['run.oci.crun.version', 'crun']]);

function readVersionsOf(members: readonly Member[]): Known<Version>[] {
  const known = (program: string, version: string | undefined, { span }: Member): Known<Version>[] =>
    version === undefined ? [] : [{ value: { program, version }, span }];
  const number = (text: string) => /\bv?(\d+\.\d+[\w.+~-]{0,64})/.exec(text)?.[1];
  const isPodman = members.some((member) => endsWith(member, 'host.ociRuntime.name') || endsWith(member, 'host.OCIRuntime.name'));
  return members.flatMap((member): Known<Version>[] => {
    const text = asWord(member)?.value ?? '';
    if (endsWith(member, 'host.ociRuntime.version') || endsWith(member, 'host.OCIRuntime.version')) {
      const [, program, version] = /^(runc|crun|youki)(?: version)?\s+v?(\d+\.\d[\w.+~-]{0,64})/i.exec(text) ?? [];
      return program ? known(program.toLowerCase(), version, member) : [];
    }
    // containerd and CRI-O say which they are: containerd://2.0.1.
    const [, runtime, ofRuntime] = endsWith(member, 'containerRuntimeVersion') ? (/^([\w-]+):\/\/v?(\d[\w.+~-]{0,64})/.exec(text) ?? []) : [];
    if (runtime) return known(runtime, ofRuntime, member);
    const annotated = annotations.get(member.path.at(-1) ?? '');
    if (annotated) return known(annotated, number(text), member);
    // Podman parts the name of the distribution from its version.
    if (endsWith(member, 'host.distribution.distribution')) {
      const version = asWord(members.find((one) => endsWith(one, 'host.distribution.version')))?.value;
      return known('distribution', version === undefined ? text : `${text} ${version}`, member);
    }
    const [tail, program] = versionMembers.find(([one]) => endsWith(member, one)) ?? [];
    if (!tail || !program || (tail.startsWith('version.') && !isPodman)) return [];
    return known(program, program === 'distribution' ? text : number(text), member);
  });
}
