import { bundleConfig } from '../../diagnosis/testing/bundle-config';
import { asRoot, asUser, podman, runc } from '../../diagnosis/testing/lines';
import type { AreaExamples } from '../cause-example';
import { pod, sound, started, startedByUser, sysctl, uname, versionOf } from './parts';

const noSupport = "Failed to create pod sandbox: can't set `spec.hostUsers: false`, runtime does not support user namespaces\n";
const startedPod = 'Normal  Started  12s  kubelet  Started container web\n';
const kubeletRange = (line: string) => asRoot('cat /etc/subuid', `${line}\n`) + asRoot('cat /etc/subgid', `${line}\n`);
const kubelet = (why: string) => `failed to run Kubelet: failed to create kubelet: create user namespace manager: ${why}\n`;
const gates = (on: boolean) => `apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nfeatureGates:\n  UserNamespacesSupport: ${String(on)}\n`;
const unmasked = (hostUsers: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: builder\nspec:\n  hostUsers: ${hostUsers}\n  containers:\n  - name: podman\n    image: quay.example/podman/stable\n    securityContext:\n      procMount: Unmasked\n`;
const newer = bundleConfig({ ociVersion: '1.2.0' });

export const orchestrationExamples: AreaExamples<'orchestration'> = {
  'config-invalid': {
    bad: { 'config.json': sound.replace('"cwd": "/",', '"cwd": "/"'), 'run.log': runc("invalid character '\"' after object key:value pair") },
    good: { 'config.json': sound },
  },
  'runtime-lacks-userns': {
    bad: { 'events.txt': `Failed to create pod sandbox: can't set \`spec.hostUsers: false\`, RuntimeClass handler "runsc" does not support user namespaces\n`, 'pod.yaml': pod('  runtimeClassName: runsc\n') },
    good: { 'events.txt': startedPod, 'pod.yaml': pod(), 'versions.txt': versionOf('runc', '1.2.4') },
  },
  'runtime-too-old-for-spec': {
    bad: { 'config.json': newer, 'session.txt': versionOf('crun', '1.14.1') + asRoot('crun run web', podman('unknown version specified')) },
    good: { 'config.json': newer, 'session.txt': versionOf('crun', '1.14.3') + started('crun') },
  },
  'runtime-binary-broken': {
    bad: { 'run.log': 'crun: error while loading shared libraries: libyajl.so.2: cannot open shared object file: No such file or directory\n' },
    good: { 'config.json': sound, 'session.txt': asRoot('ls -l /usr/bin/crun', '-rwxr-xr-x 1 root root 500000 Nov  1 10:00 /usr/bin/crun\n') + started('crun') },
  },
  'containerd-lacks-userns': {
    bad: { 'events.txt': noSupport, 'pod.yaml': pod(), 'versions.txt': versionOf('containerd', '1.7.24') },
    good: { 'events.txt': startedPod, 'pod.yaml': pod(), 'versions.txt': versionOf('containerd', '2.1.3') },
  },
  'snapshotter-lacks-idmap': {
    bad: {
      'run.log': 'failed to create containerd container: snapshotter "overlayfs" doesn\'t support idmap mounts on this host, configure `slow_chown` to allow a slower and expensive fallback\n',
      'uname.txt': uname('5.15.0-101-generic'),
    },
    good: { 'events.txt': startedPod, 'uname.txt': uname('6.8.0-45-generic') },
  },
  'kubernetes-userns-disabled': {
    bad: { 'pod.yaml': pod(), 'kubelet.yaml': gates(false), 'events.txt': `Failed to create pod sandbox: the feature gate "UserNamespacesSupport" is disabled: can't set spec.HostUsers\n` },
    good: { 'pod.yaml': pod(), 'kubelet.yaml': gates(true), 'events.txt': startedPod },
  },
  'kubelet-subid-config-invalid': {
    bad: { 'kubelet.log': kubelet('kubelet mappings: kubelet user assigned ID 100000 is not a multiple of 65536'), 'session.txt': kubeletRange('kubelet:100000:65536') },
    good: { 'session.txt': kubeletRange('kubelet:65536:7208960'), 'events.txt': startedPod },
  },
  'kubelet-subid-range-changed': {
    bad: { 'kubelet.log': kubelet('record pod mappings: id 626982912 is out of range'), 'session.txt': kubeletRange('kubelet:65536:7208960') },
    good: { 'session.txt': kubeletRange('kubelet:626982912:7208960'), 'events.txt': startedPod },
  },
  'pod-host-namespace-conflict': {
    bad: { 'pod.yaml': pod('  hostNetwork: true\n'), 'events.txt': 'The Pod "web" is invalid: spec.hostNetwork: Forbidden: when `hostUsers` is false\n' },
    good: { 'pod.yaml': pod('  containers:\n  - name: web\n'), 'events.txt': startedPod },
  },
  'docker-userns-remap-conflict': {
    bad: { 'session.txt': asRoot('docker run --network host alpine', "docker: Error response from daemon: Cannot share the host's network namespace when user namespaces are enabled\n") },
    good: { 'session.txt': asRoot('docker run alpine echo hello', 'hello\n') },
  },
  'rootless-environment-incomplete': {
    bad: { 'session.txt': asUser('crun run web', 'create directory `/run/crun`: Permission denied\n') },
    good: { 'config.json': sound, 'session.txt': asUser('echo $XDG_RUNTIME_DIR', '/run/user/1000\n') + startedByUser() },
  },
  'privileged-port-rootless': {
    bad: { 'session.txt': sysctl('net.ipv4.ip_unprivileged_port_start', 1024) + asUser('crun run web', 'nc: bind: Permission denied\n') },
    good: { 'session.txt': sysctl('net.ipv4.ip_unprivileged_port_start', 80) + startedByUser() },
  },
  'nested-container-needs-privilege': {
    bad: {
      'pod.yaml': unmasked('true'),
      'events.txt': 'The Pod "builder" is invalid: spec.containers[0].securityContext.procMount: Invalid value: "Unmasked": `hostUsers` must be false to use `Unmasked`\n',
    },
    good: { 'pod.yaml': unmasked('false'), 'events.txt': startedPod },
  },
};
