import { wordingsOf } from './wording';

/** Words of dockerd and nerdctl. Versions: the git tags in which the string stands. */
export const dockerWordings = [
  ...wordingsOf('docker', [
    [[{ before: '29.1' }], [
      `Can't create ID mappings`,
    ]],
    [[{ from: '18.09.0' }], [
      'privileged mode is incompatible with user namespaces',
      `cannot share the host's network namespace when user namespaces are enabled`,
      'cannot share the host PID namespace when user namespaces are enabled',
    ]],
    [[{ from: '19.03.0' }], [
      'rootless mode needs to be enabled for running with RootlessKit',
    ]],
    [[{ from: '20.10.0' }], [
      `rootless systemd driver doesn't support cgroup v1`,
      'exec-opt native.cgroupdriver=systemd requires cgroup v2 for rootless mode',
      '$ROOTLESSKIT_PARENT_EUID is not set (requires RootlessKit v0.8.0)',
      'WARNING: Running in rootless-mode without cgroups. Systemd is required to enable cgroups in rootless-mode',
    ]],
    [[{ from: '23.0.0' }], [
      'dockerd needs to be started with root privileges. To run dockerd in rootless mode as an unprivileged user',
      'overlay is not supported for Rootless with SELinux',
    ]],
    [[{ from: '24.0.0' }], [
      'failed to create task for container',
    ]],
    [[{ from: '28.0.0' }], [
      'option WritableCgroups conflicts with user namespaces and rootless mode',
    ]],
    [[{ from: '29.0.0' }], [
      'containerd-snapshotter is explicitly enabled, but is not compatible with userns remapping. Please disable userns remapping or containerd-snapshotter',
      'userns remapping enabled, disabling containerd snapshotter',
    ]],
    [[{ from: '29.1' }], [
      'error creating ID mappings',
    ]],
  ]),
  ...wordingsOf('nerdctl', [
    [[{ from: '2.1.0' }], [
      'privileged flag cannot be used with userns-remap',
      'snapshotter uidmap gidmap config invalid',
    ]],
  ]),
];
