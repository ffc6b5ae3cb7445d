import type { Known } from './document';
import { asCount, asFlag, endsWith, type Member } from './members';

/** A pod, or an object that holds the template of one. */
export interface Manifest {
  readonly name?: string;
  readonly hostUsers?: Known<boolean>;
  readonly runtimeClass?: Known<string>;
  /** `hostNetwork`, `hostPID`, `hostIPC`, `privileged`, `volumeDevices`, where they are asked for. */
  readonly shared: readonly Known<string>[];
}

/** What a kubelet's configuration says of user namespaces. */
export interface KubeletSettings {
  readonly userNamespacesSupport?: Known<boolean>;
  readonly idsPerPod?: Known<number>;
  readonly maxPods?: Known<number>;
}

/** The objects of one document: those of a `List` each by itself. */
function objectsOf(members: readonly Member[]): (readonly Member[])[] {
  const objects = new Map<string, Member[]>();
  for (const member of members) {
    const [list, number] = member.path;
    const key = list === 'items' && number !== undefined ? number : '';
    const object = objects.get(key);
    if (object) object.push(member);
    else objects.set(key, [member]);
  }
  return [...objects.values()];
}

const workloads = /^(?:Pod|PodTemplate|Deployment|DaemonSet|StatefulSet|ReplicaSet|ReplicationController|Job|CronJob)$/;
const flags = ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC', 'securityContext.privileged'];

/** Reads every pod, deployment, daemon set … of a document; a fragment counts as one where it has a `spec`. */
export function readManifests(members: readonly Member[]): Manifest[] {
  return objectsOf(members).flatMap((object): Manifest[] => {
    const find = (tail: string) => object.find((member) => endsWith(member, tail));
    // Names that stand nearest to the root: a template has a name of its own.
    const top = (tail: string) => object.filter((member) => endsWith(member, tail)).sort((a, b) => a.path.length - b.path.length)[0]?.value.value;
    const kind = top('kind');
    const hasSpec = object.some(({ path }) => path.slice(0, -1).includes('spec'));
    if (!hasSpec || !(kind === undefined || workloads.test(kind) || object.some(({ path }) => path.includes('containers')))) return [];
    const shared = flags.flatMap((flag) => object.filter((member) => endsWith(member, flag) && member.value.value === 'true'));
    const devices = object.find(({ path }) => path.includes('volumeDevices'));
    const hostUsers = asFlag(find('spec.hostUsers'));
    const runtimeClass = find('spec.runtimeClassName');
    const name = top('metadata.name');
    return [
      {
        ...(name ? { name } : {}),
        ...(hostUsers ? { hostUsers } : {}),
        ...(runtimeClass ? { runtimeClass: { value: runtimeClass.value.value, span: runtimeClass.span } } : {}),
        shared: [...shared, ...(devices ? [devices] : [])].map(({ path, span }) => ({ value: devices && path === devices.path ? 'volumeDevices' : (path.at(-1) ?? ''), span })),
      },
    ];
  });
}

/** Reads `kind: KubeletConfiguration`, also as the kubelet's /configz shows it. */
export function readKubeletSettings(members: readonly Member[]): KubeletSettings | undefined {
  const isKubelet = members.some((member) => endsWith(member, 'kind') && member.value.value === 'KubeletConfiguration') || members.some(({ path }) => path[0] === 'kubeletconfig');
  if (!isKubelet) return undefined;
  const find = (tail: string) => members.find((member) => endsWith(member, tail));
  const userNamespacesSupport = asFlag(find('featureGates.UserNamespacesSupport'));
  const idsPerPod = asCount(find('userNamespaces.idsPerPod'));
  const maxPods = asCount(find('maxPods'));
  return { ...(userNamespacesSupport ? { userNamespacesSupport } : {}), ...(idsPerPod ? { idsPerPod } : {}), ...(maxPods ? { maxPods } : {}) };
}
