import { bundleConfig, type Json } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser } from '../../diagnosis/testing/lines';

/** A config that starts. */
export const sound = bundleConfig();

/** The container printed something, so its process was there. */
export const started = (runtime = 'runc') => asRoot(`${runtime} run web`, 'hello\n');

/** The same, started by an ordinary user. */
export const startedByUser = (runtime = 'crun') => asUser(`${runtime} run web`, 'hello\n');

/** One map for users and groups: container ID, host ID, size. */
export function mapped(...extents: readonly (readonly [containerId: number, hostId: number, size: number])[]): Json {
  const map = extents.map(([containerID, hostID, size]) => ({ containerID, hostID, size }));
  return { uidMappings: map, gidMappings: map };
}

/** New namespaces of these types, and others as they are given. */
export function namespaces(...entries: readonly (string | { readonly type: string; readonly path: string })[]): Json {
  return { namespaces: entries.map((entry) => (typeof entry === 'string' ? { type: entry } : entry)) };
}

/** /etc/subuid and /etc/subgid with the same lines, as an ordinary user prints them. */
export const granted = (...lines: readonly string[]) => {
  const text = lines.map((line) => `${line}\n`).join('');
  return asUser('cat /etc/subuid', text) + asUser('cat /etc/subgid', text);
};

export const uname = (version: string) => asRoot('uname -a', `Linux node1 ${version} #1 SMP x86_64 GNU/Linux\n`);

export const sysctl = (name: string, value: number) => asRoot(`sysctl ${name}`, `${name} = ${value}\n`);

export const versionOf = (program: string, version: string) =>
  asRoot(`${program} --version`, program === 'containerd' ? `containerd github.com/containerd/containerd v${version}\n` : `${program} version ${version}\n`);

/** /proc/self/status: the effective set in hexadecimal digits, and the seccomp mode. */
export const status = (capEff: string, seccomp: number) =>
  asRoot("grep -E 'Seccomp|NoNewPrivs|CapEff' /proc/self/status", `CapEff:\t${capEff}\nNoNewPrivs:\t0\nSeccomp:\t${seccomp}\n`);

/** A pod that asks for a user namespace, with further members of its spec. */
export const pod = (members = '') => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostUsers: false\n${members}`;

/** A bind mount of a host directory; an object of `mounts`. */
export const bind = (source: string, destination: string, ...options: readonly string[]): Json => ({ destination, type: 'bind', source, options });
