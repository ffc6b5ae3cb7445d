import { rowsBy, type MessageRow } from './message';

/** Clusters in containers and rootless ones: kind, k3s, k3d, minikube. */
export const clusters: readonly MessageRow[] = [
  ...rowsBy('kind', [
    { prints: ['running {any} with rootless provider requires setting systemd property {quoted}'], symptom: 'cgroup-refused', seen: 'ERROR: failed to create cluster: running kind with rootless provider requires setting systemd property "Delegate=yes", see https://kind.sigs.k8s.io/docs/user/rootless/' },
    { prints: ['running {any} with rootless provider requires cgroup v2'], symptom: 'cgroup-limits-refused', seen: 'ERROR: failed to create cluster: running kind with rootless provider requires cgroup v2, see https://kind.sigs.k8s.io/docs/user/rootless/' },
  ]),
  ...rowsBy('k3s', [
    { prints: ['failed to evacuate root cgroup: {any}'], symptom: 'cgroup-refused', seen: 'level=fatal msg="failed to evacuate root cgroup: mkdir /sys/fs/cgroup/init: permission denied"' },
    { prints: ['cannot enter cgroupv2 {quoted} with domain controllers -- it is in an invalid state'], symptom: 'cgroup-refused', seen: '"Failed to start ContainerManager" err="cannot enter cgroupv2 \\"/sys/fs/cgroup/kubepods\\" with domain controllers -- it is in an invalid state"' },
    { prints: ['open /dev/kmsg: {errno}'], errnos: ['EPERM', 'EACCES', 'ENOENT'], symptom: 'device-refused', vague: true, seen: 'kubelet exited: failed to run Kubelet: failed to create kubelet: open /dev/kmsg: operation not permitted' },
  ]),
];
