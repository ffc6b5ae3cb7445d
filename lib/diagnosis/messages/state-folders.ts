import { rowsBy } from './message';

/**
 * Where daemons and tools of root keep their state. Go prints `mkdir PATH: permission denied`, with the program's
 * own words before it or none. What lies deeper may be the rootfs of a container, and is none of these.
 */
const folders = [
  ...['containers', 'containers/storage', 'libpod', 'podman', 'containerd', 'containerd/io.containerd.runtime.v2.task', 'docker', 'buildkit', 'buildkitd', 'crio', 'nerdctl', 'netns', 'cni', 'lock/containers'].flatMap((name) => [`/run/${name}`, `/var/run/${name}`]),
  ...['containers', 'containers/storage', 'containers/cache', 'containerd', 'docker', 'buildkit', 'buildkitd', 'nerdctl', 'cni', 'rancher', 'kubelet'].map((name) => `/var/lib/${name}`),
  '/etc/cni',
  '/etc/cni/net.d',
];

export const stateFolders = rowsBy('any', [
  { prints: folders.map((folder) => `mkdir ${folder}: {errno}`), errnos: ['EACCES', 'EPERM'], symptom: 'rootless-environment-refused', seen: 'mkdir /run/containerd: permission denied' },
]);
