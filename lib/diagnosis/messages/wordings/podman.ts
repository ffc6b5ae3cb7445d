import { wordingsOf } from './wording';

/** Words of Podman and containers/storage. Versions: the git tags in which the string stands. */
export const podmanWordings = [
  ...wordingsOf('podman', [
    [[{ from: '1.9.0', before: '2.2.0' }], [
      'OCI runtime permission denied error',
    ]],
    [[{ from: '1.9.0' }], [
      'Error: OCI runtime error: …',
      'container create failed (no logs from conmon)',
    ]],
    [[{ from: '1.9.0', before: '5.6.1' }], [
      'The cgroupv2 manager is set to systemd but there is no systemd user session available',
    ]],
    [[{ from: '1.9.0', before: '2.0.1' }], [
      'there might not be enough IDs available in the namespace (requested …:… for',
    ]],
    [[{ from: '2.0.0' }], [
      'must provide at least one UID or GID mapping to configure a user namespace',
      'cannot find specified user namespace path',
    ]],
    [[{ from: '2.2.0' }], [
      'invalid configuration: the specified mapping …:… in "',
      'Additional gid=… is not present in the user namespace, skip setting it',
    ]],
    [[{ from: '3.4.0' }], [
      'command required for rootless mode with multiple IDs',
    ]],
    [[{ from: '4.0.0' }], [
      'Using rootless single mapping into the namespace. This might break some images',
    ]],
    [[{ from: '4.1.0' }], [
      'nomap requires additional UIDs or GIDs defined in /etc/subuid and /etc/subgid to function correctly',
    ]],
    [[{ from: '4.1.0', before: '4.4.1' }], [
      'keep-id is only supported in rootless mode',
    ]],
    [[{ from: '4.2.0' }], [
      '--userns and --uidmap/--gidmap/--subuidname/--subgidname are mutually exclusive',
    ]],
    [[{ from: '4.6.0' }], [
      'device cgroup rules are not supported in rootless mode or in a user namespace',
    ]],
  ]),
  ...wordingsOf('storage', [
    [[{ from: '1.40.0' }], [
      'should be setuid or have filecaps setuid',
      'the specified UID and/or GID mapping … conflicts with other mappings',
      'unable to get user ns file descriptor for "…"',
    ]],
    [[{ from: '1.42.0' }], [
      'a network file system with user namespaces is not supported.  Please use a mount_program',
    ]],
    [[{ from: '1.46.0' }], [
      'not enough unused IDs in user namespace',
    ]],
  ]),
];
