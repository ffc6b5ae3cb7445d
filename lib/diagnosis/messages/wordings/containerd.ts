import { wordingsOf } from './wording';

/** Words of containerd and CRI-O. Versions: the git tags in which the string stands. */
export const containerdWordings = [
  ...wordingsOf('containerd', [
    [[{ before: '1.6.25' }, { from: '1.7.0', before: '1.7.7' }], [
      'Running CRI plugin in a user namespace typically requires disable_cgroup, disable_apparmor, restrict_oom_score_adj set to be true',
    ]],
    [[{ from: '1.4.0' }], [
      'did not terminate successfully',
      'user namespace mappings require the format `container-id:host-id:size`',
    ]],
    [[{ from: '1.5.0', before: '1.6' }], [
      'failed to create shim: OCI runtime create failed',
    ]],
    [[{ from: '1.5.18', before: '1.6' }, { from: '1.6.5' }], [
      'failed to Lchown "…" for UID …, GID',
      '(Hint: try increasing the number of subordinate IDs in /etc/subuid and /etc/subgid)',
    ]],
    [[{ from: '1.6.0' }], [
      'failed to create shim task',
    ]],
    [[{ from: '1.6.25', before: '1.7' }, { from: '1.7.7' }], [
      'Running CRI plugin in a user namespace typically requires disable_apparmor and restrict_oom_score_adj to be true',
    ]],
    [[{ from: '1.7.0' }], [
      'only one mapping line supported, got … mapping lines',
      `can't use user namespace mode "…" with mappings. Got … UID mappings and`,
      `can't use user namespace mode "…" without UID and GID mappings`,
      'user namespace config for sandbox is different from container. Sandbox userns config: … - Container userns config',
    ]],
    [[{ from: '2.0.0' }], [
      `snapshotter "…" doesn't support idmap mounts on this host, configure \`slow_chown\` to allow a slower and expensive fallback`,
      'failed to remap snapshot',
      'failed to prepare idmapped overlay',
      'failed to start noop process for unshare',
      'invalid mapping …, all IDs and size must be positive integers',
      'failed to pin user namespace',
      'required pod-level user namespace setting',
      'required only one uid mapping, but got … uid mapping(s)',
    ]],
    [[{ from: '2.0.1' }], [
      'failed to do idmap to get host ID',
    ]],
    [[{ from: '2.0.7', before: '2.1' }, { from: '2.1.5' }], [
      `kernel doesn't support pidfd`,
    ]],
    [[{ from: '2.1.0' }], [
      'container UID/GID mapping entries of 0 are required but not found',
      'failed to unmarshal uid/gid map snapshotter labels',
    ]],
    [[{ from: '2.1.2' }], [
      'mount source: "…", target: "…", fstype',
    ]],
    [[{ from: '2.1.7' }], [
      'unable to shift GID/UID or set mount attrs for …',
    ]],
    [[{ from: '2.2.7', before: '2.2.8' }, { from: '2.3.4' }], [
      'runtime info has no features',
    ]],
  ]),
  ...wordingsOf('cri-o', [
    [[{ from: '1.24.0' }], [
      'cannot use uidmapping or gidmapping if RunAsUser is not set',
      'cannot use uidmapping or gidmapping if running as a UID below minimum mappable ID',
    ]],
    [[{ from: '1.25.0' }], [
      'unsupported pod mode: "…"',
    ]],
    [[{ from: '1.29.0' }], [
      'idmap mounts specified but OCI runtime does not support them. Perhaps the OCI runtime is too old',
    ]],
  ]),
];
